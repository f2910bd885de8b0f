# What the program says in English. Each message here has its twin in ar.ftl by the same name.

## Values
number-thousand = { $n } thousand
number-million = { $n } million
number-billion = { $n } billion
number-trillion = { $n } trillion
vague-1 = tens
vague-2 = hundreds
vague-3 = thousands
vague-4 = tens of thousands
vague-5 = hundreds of thousands
vague-6 = millions
vague-7 = tens of millions
vague-8 = hundreds of millions
vague-9 = billions
vague-10 = tens of billions
vague-11 = hundreds of billions
vague-12 = trillions
vague-13 = tens of trillions
vague-14 = hundreds of trillions
value-with-unit = { $number } { $unit }
value-percent = { $number }%
value-ratio = ×{ $number }
value-relative-date = a relative date
value-hijri = { $date } ({ $hijri } AH)
value-other-month = { $date } (or month { $month })
value-impossible = { $date } (no such day)
value-weekday = { $date } ({ $weekday })
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
duration-and = { $first } and { $second }
duration-years = { $count ->
    [one] { $n } year
   *[other] { $n } years
}
duration-months = { $count ->
    [one] { $n } month
   *[other] { $n } months
}
duration-weeks = { $count ->
    [one] { $n } week
   *[other] { $n } weeks
}
duration-days = { $count ->
    [one] { $n } day
   *[other] { $n } days
}
duration-hours = { $count ->
    [one] { $n } hour
   *[other] { $n } hours
}
duration-minutes = { $count ->
    [one] { $n } minute
   *[other] { $n } minutes
}
duration-seconds = { $count ->
    [one] { $n } second
   *[other] { $n } seconds
}
duration-vague-years = years
duration-vague-months = months
duration-vague-weeks = weeks
duration-vague-days = days
duration-vague-hours = hours
duration-vague-minutes = minutes
duration-vague-seconds = seconds

## Words
kind-money = money
kind-date = date
kind-percent = percent
kind-count = count
kind-duration = duration
kind-ratio = ratio
severity-error = error
severity-warning = warning
severity-note = note

## Tables
table-source = Source
table-written = As written
table-value = Value
table-kind = Kind
table-line = Line
table-source-line = { $source }:{ $line }
conflict-subject = about: { $subject }
conflict-ratio = apart: { $ratio }
conflict-suspect = most likely wrong: { $side }
conflict-rule = rule: { $rule }
conflict-evidence = evidence: { $evidence }
evidence-item = { $name }: { $detail } ({ $bits })
evidence-score = { $bits } bits in all
evidence-digits = same digits
evidence-words = shared words
evidence-entity = shared names
evidence-noun = same counted noun
evidence-place = place in the text
evidence-verb = same verb
evidence-period = same period
evidence-unit = same unit
evidence-story = same story
list-separator = ,
summary-documents = { $count ->
    [one] { $n } document
   *[other] { $n } documents
}
summary-figures = { $count ->
    [one] { $n } figure
   *[other] { $n } figures
}
summary-stories = { $count ->
    [one] { $n } story
   *[other] { $n } stories
}
summary-errors = { $count ->
    [one] { $n } error
   *[other] { $n } errors
}
summary-warnings = { $count ->
    [one] { $n } warning
   *[other] { $n } warnings
}
summary-notes = { $count ->
    [one] { $n } note
   *[other] { $n } notes
}
summary-clean = no conflicts
summary-line = { $read }: { $found }

## Other formats
report-title = Figures checked
side-states = { $side }: { $values } ({ $sources })
sides-differ = { $first } ≠ { $second }
sentence = Sentence
side = Side
review-false = False
review-disputed = Sources disagree

## Decisions
decision-confirmed = confirmed by a reviewer
decision-dismissed = dismissed by a reviewer: { $reason }
decision-right = right: { $side }
reason-different-things = different things
reason-rounding = rounding
reason-both-right-at-their-time = both right at their time
reason-baseline = stood before
reason-other = another reason
summary-confirmed = { $n } of them confirmed
summary-dismissed = { $n } dismissed
