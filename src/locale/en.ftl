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
value-about = about { $value }
value-at-least = at least { $value }
value-at-most = at most { $value }
value-percent = { $number }%
value-ratio = ×{ $number }
value-relative-date = a relative date
value-hijri = { $date } ({ $hijri } AH)
value-other-month = { $date } (or month { $month })
value-impossible = { $date } (no such day)
value-weekday = { $date } ({ $weekday })
value-wrong-weekday = { $date } (written as { $weekday }, was a { $actual })
value-day-month = { $day } { $month }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
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
table-source-line = { $source }:{ $lines }
conflict-subject = about: { $subject }
conflict-ratio = difference: { $ratio }
conflict-suspect = most likely wrong: { $side }
conflict-rule = rule: { $rule }
rule = { $title } ({ $rule })
conflict-evidence = evidence: { $evidence }
evidence-item = { $name } ({ $bits })
evidence-item-weightless = { $name }: { $detail }
evidence-item-detail = { $name }: { $detail } ({ $bits })
bits = { $count ->
    [one] { $n } bit
   *[other] { $n } bits
}
evidence-score = { $bits } in all
evidence-head = same neighbouring word
evidence-noun = same counted noun
evidence-noun-against = other counted nouns
evidence-measure = same thing measured
evidence-measure-against = other things measured
evidence-change = same direction
evidence-change-against = a rise and a fall
evidence-part-against = other parts played
evidence-period-against = other periods
evidence-place = place in the text
evidence-prior = where a difference of this kind begins
evidence-step = the only date of one step of a plan in each document
evidence-purpose = the only length of time of one purpose in each document
evidence-purpose-against = lengths of time of two purposes
evidence-story = documents that tell much the same
evidence-story-against = documents of other days or with little in common
evidence-once = told once in each document
evidence-one_word-against = only one shared word
evidence-one_document-against = both in one document, where round numbers meet by chance
evidence-order-against = each of another of several
evidence-own_day-against = each date as far from its own report
evidence-age-against = ages of people who are not named alike
evidence-person = ages of one person
evidence-person-against = ages of two people
evidence-money = sums of money
evidence-other_year = the same day of another year
evidence-rivals = nothing else in either text fits as well
evidence-rivals-against = something else in one of the texts fits better
evidence-row = other counts beside them are the same
evidence-no_words-against = no shared word near them
evidence-side_by_side-against = one source tells both side by side
evidence-told_too-against = one of the texts tells both values
evidence-apart-against = dates apart with hardly a word in common
evidence-crowd-against = so many figures that some are alike by chance
evidence-recurring-against = an event that comes again and again
evidence-unit = same unit of measure
evidence-site = same place
evidence-site-against = other places
evidence-words = shared words
evidence-scale = shared digits
evidence-swapped = shared digits in another order
evidence-currency = shared digits, another currency
evidence-measure_unit = shared digits, another unit of measure
evidence-turn = shared digits of a rise and a fall
evidence-bound = a bound and a value beyond it
evidence-value = other numbers
evidence-day_month = day and month swapped
evidence-date = other dates
evidence-expected = expected
list-separator = ,
list-more = { $first }, { $second }
list-last = { $first } and { $second }
times = { $count ->
    [one] once
   *[other] { $n } times
}
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
summary-nothing = nothing to compare
summary-limited = { $shown } of { $all } shown, the heaviest
summary-unlimited = --limit 0 shows all
summary-line = { $read }: { $found }

## The demo
demo-heading = Stories built into tadqiq, three sources each:

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
decision-baseline = accepted with the baseline
decision-right = right: { $side }
reason-different-things = different things
reason-rounding = rounding
reason-both-right-at-their-time = both right at their time
reason-baseline = stood before
reason-other = another reason
summary-confirmed = { $n } confirmed
summary-dismissed = { $n } dismissed

## The page
page-title = tadqiq: figures that do not agree between sources
page-heading = Figures that disagree
page-lead = tadqiq read what several sources say about the same events, found every figure and date, and shows here what cannot all be right. Read both sentences, then go to the source before you judge.
page-skip = To the conflicts
page-conflicts = Conflicts
page-documents = Documents
page-filters = Filters
page-search = Search
page-search-hint = a word, a number, a source
page-severity = Severity
page-kind = Kind
page-rule = Rule
page-source = Source
page-all = All
page-clear = Clear the filters
# The page's script puts the numbers for N and ALL.
page-shown-shape = Shown: N of ALL
page-nothing-shown = No conflict passes these filters.
page-clean = tadqiq found no conflict between these sources.
page-language = العربية
page-theme = Theme
page-theme-auto = as the system
page-theme-light = light
page-theme-dark = dark
page-story = Story
page-sources = { $count ->
    [one] { $n } source
   *[other] { $n } sources
}
page-conflict-count = { $count ->
    [one] { $n } conflict
   *[other] { $n } conflicts
}
page-apart = difference
page-suspect = most likely wrong
page-right = right, says the reviewer
page-evidence = Why do we think that they speak of the same thing?
page-fingerprint = fingerprint
page-scale-log = on a log scale: each step is ten times
page-scale-near = on a log scale, close up
page-scale-time = on a time line
page-in-document = in the document, line { $line }
page-open-source = the original on the web
page-no-publisher = publisher unknown
page-documents-lead = The whole text with every figure marked. Hover over one or move to it by keyboard to see its value; a wavy line means that it is part of a conflict. Documents with conflicts come first.
page-left-out = The texts of { $n } other documents are not here: the page would grow too large.
page-made-by = Made by tadqiq { $version }; it works without a network.
page-guide = How do I read this page?
page-guide-sides = Each letter is a side: sources that say the same value. Sides set against each other cannot all be right.
page-guide-scale = The line sets each side at its value: neighbouring steps are ten times apart, so that an extra zero or a lost decimal point is seen at a glance.
page-guide-severity = Error: the sides cannot all be right. Warning: one of them is probably wrong. Note: each may be right at its time.
page-guide-bits = Bits say how sure it is that the figures speak of the same thing: with each bit more, chance is half as likely.

## Review
decisions-what = Decision
decisions-conflict = Conflict
decisions-who = Who and when
decisions-none = No decisions.
decisions-newer = written by a newer tadqiq (version { $version }): update tadqiq
decisions-broken = line { $line }: { $reason }
decisions-meanwhile = someone else decided this meanwhile
also = also: { $sources }
closeup-more = { $count ->
    [one] and { $n } source more
   *[other] and { $n } sources more
}
review-keys = [{ $place }/{ $all }] c confirm · d dismiss · s skip · b back · o open · q quit · ? help:
review-right = Which side is right? { $sides } · Enter if not known:
review-reason = Why is it no conflict? { $reasons }:
review-note = Which reason? (Enter ends)
review-open = Open which side's document? { $sides }:
review-kept = Kept: { $decision }
review-taken-back = The decision is taken back.
review-meanwhile = Someone else decided this meanwhile: { $decision }. Your answer was not kept; answer again to replace theirs.
review-failed = Not kept: { $error }
review-not-opened = { $source } was not opened: { $reason }
review-unknown = That key means nothing here; ? tells what the keys mean.
review-unknown-answer = Answer with one of the keys that the question names; Escape goes back to the conflict.
review-nothing = There is nothing to review: no conflict is undecided.
review-done = All is decided.
review-left = { $count ->
    [one] { $n } conflict is left.
   *[other] { $n } conflicts are left.
}
review-help =
    c confirm: the sides cannot all be right; then the side that is right, or Enter
    d dismiss: it is no conflict; then why
    s skip: leave it for later
    b back: to the one before (also: Backspace)
    u undo: take the decision on this one back
    o open: a document at the line, in $EDITOR
    q quit: what is decided stays decided (also: Ctrl-C)
    Escape leaves a question. The keys of an Arabic keyboard do the same.

## Rules
rules-id = Rule
rules-severity = Severity
rules-off = off
rules-title = Finds
rules-heading = { $id }: { $title } ({ $severity })
rules-file = file: { $file }
rules-min-bits = speaks from { $bits } of evidence that the figures tell of the same thing
rules-one-document-bits = within one document from { $bits }
rules-sure-bits = below { $bits } its findings weigh one degree less
rules-topic = watches sentences with: { $words }
rules-topic-known = what is known: { $value }
rules-kinds = only: { $kinds }
rules-causes = Likely causes
rules-conflicts = A conflict
rules-agrees = No conflict
rules-proven = as the rule says
rules-examples = { $count ->
    [one] { $n } example
   *[other] { $n } examples
}
rules-failed = { $count ->
    [one] { $n } not as the rule says
   *[other] { $n } not as the rule says
}

## The page of a review
page-left-shape = Undecided: N of ALL
page-undecided = undecided
page-confirmed = confirmed
page-dismissed = dismissed
page-confirm = They cannot all be right. Right is:
page-confirm-unknown = not known
page-confirm-one = It is wrong
page-dismiss = It is no conflict:
page-note = Note
page-undo = Take the decision back
page-meanwhile = Someone else decided this meanwhile; what they said stands above. Your answer was not kept: answer again to replace theirs.
page-failed = Not kept:
page-gone = Not kept: the server does not answer. Is tadqiq still running?

## Progress
progress-reading = reading
progress-comparing = comparing

## Problems
problem-line = { $level }: { $text }
problem-more = { $path }: { $n } more of these lines
problem-nothing-read = there is nothing to read: no document was found
problem-missing = { $path }: no such file or folder; check the path
problem-unreadable = { $path }: cannot be read: { $error }
problem-empty-folder = { $path }: no documents in this folder; tadqiq reads { $endings } files
problem-passed-over = { $path }: { $count ->
    [one] { $n } file
   *[other] { $n } files
} of another kind passed over ({ $endings }); save articles as .txt, .md or .html, or one a line as .jsonl
problem-empty = { $path }: empty; there is nothing to read
problem-too-large = { $path }: too large for one document; split it, or give one document a line as .jsonl
problem-garbled = { $path }: reads like Arabic whose encoding was mistaken, and which was saved so; save it again from where it comes
problem-garbled-line = { $path }:{ $line }: reads like Arabic whose encoding was mistaken, and which was saved so; write it again from where it comes
problem-not-text = { $path }: { $reason }
problem-no-article = { $path }: no article was found in this page, or its tags are nested without end; save its text as .txt
problem-json = { $path }: JSON is read one document a line; write it so and name it .jsonl (`jq -c '.[]'` turns a list into lines)
problem-table = { $path }: read as running text, to which columns mean nothing; give one document a line as .jsonl
problem-not-lines = { $path }: not what `tadqiq extract --format documents` writes; name its .jsonl file
problem-line-not-text = { $path }:{ $line }: { $reason }
problem-bad-line = { $path }:{ $line }: not a document: { $reason }
problem-no-text = { $path }:{ $line }: a document needs a `text`
problem-empty-text = { $path }:{ $line }: `text` is empty; there is nothing to read
problem-long-line = { $path }:{ $line }: the line is too long for one document; write one document a line
problem-bad-day = { $path }:{ $line }: `{ $key }` is “{ $text }”, not a date such as 2025-02-12; the document is read without it
problem-bad-catalog = { $path }:{ $line }:{ $column }: { $reason }; each table is a file or folder: ["a.txt"] publisher = "…", published = 2025-02-12
problem-unknown-file = { $path }: describes “{ $file }”, which is not there
problem-same-id = { $path }:{ $line }: { $first } has the id “{ $id }” too; this document is called { $name }
warning-no-decisions = { $path }: no such file; no decision is in force
note-serving = open this link in a browser on this computer; Ctrl-C ends the server
note-none-confirmed = the graph is empty: it holds what a reviewer confirmed, which is none of these conflicts; `tadqiq review` confirms them
problem-our-report = { $path }: a report that tadqiq wrote; passed over
problem-our-report-named = { $path }: a report that tadqiq wrote, not an article; name the articles themselves
problem-our-figures = { $path }: figures that `tadqiq extract` found; passed over: give the file to `tadqiq check --figures`
problem-our-figures-named = { $path }: figures that `tadqiq extract` found are here looked for again; `--figures` takes them
not-text-format = { $name ->
    [RTF] an RTF file
   *[other] a { $name } file
}, not text; save its text as .txt or .html
not-text-compressed = compressed, not text; unpack it, or read JSONL by `zcat { $path } | tadqiq … -`
not-text-binary = not text (a NUL byte at byte { $at }); UTF-16 needs a byte order mark, else save the text as UTF-8
not-text-utf8 = UTF-8 is broken at line { $line }, column { $column }; save the text as UTF-8 again
not-text-utf16 = UTF-16 is broken; save the text as UTF-8
not-text-unknown = neither UTF-8, UTF-16 with a byte order mark nor Windows-1256; save the text as UTF-8
# Braces are quoted, since they would be places to fill.
not-document-list = a list, which `jq -c '.[]'` turns into lines
not-document-no-object = no object; a line is one, such as {"{"}"id": "1", "text": "…"{"}"}
not-document-cut = the JSON breaks off (byte { $byte }); write one object a line
not-document-no-json = no JSON (byte { $byte }); a line is an object such as {"{"}"id": "1", "text": "…"{"}"}
not-document-value = a value of the wrong kind (byte { $byte }): `id` is text or a whole number, what else is read is text
not-document-twice = `{ $key }` stands there twice (byte { $byte }); a document has it once
not-document-no-figures = it has no `figures`; `tadqiq extract --format documents` writes them
system-not-found = no such file or folder
system-permission-denied = permission denied
system-no-folder = it is not a folder
system-is-folder = it is a folder; name a file in it
system-address-in-use = it is in use
system-no-program = there is no such program
system-storage-full = the disk is full
failure-unreadable = { $path }: cannot be read: { $error }
failure-unwritable = { $name }: cannot be written: { $error }
unwritable-named = it is one of the inputs; name another file
unwritable-article = an article in a folder that is read stands there, and would be lost; name another file
unwritable-settings = .toml files and decisions are what tadqiq reads, not what it draws; name another file, such as report.html
failure-standard-output = standard output
failure-config = { $place }: { $reason }; `tadqiq config --help` shows what may stand in it
failure-config-rule = [severity] names “{ $rule }”, which is no rule; `tadqiq rules list` names those that there are
failure-no-rule = there is no rule “{ $rule }”; `tadqiq rules list` names those that there are
failure-meant = {" "}(did you mean “{ $rule }”?)
failure-no-rule-file = no rule in { $path }: a rule is a .toml file; `tadqiq rules show scale` shows one
failure-rules-unreadable = { $path }: cannot be read: { $error }; name a folder of .toml files
failure-no-topic-file = no topic in { $path }: a topic is a .toml file with a [topic]; `tadqiq rules show suez-length` shows one
failure-bom = --bom is for --format csv
failure-port = port { $port } cannot be used: { $error }; give another with --port, or none
failure-keys = `review` reads keys from standard input: give the documents as files
