"""Cross-checks a corpus in JSONL with tadqiq on Spark: spark-submit check.py TADQIQ CORPUS

Each partition finds the figures of its documents, one process tells the stories, each story is checked by itself.
Prints the conflicts that `tadqiq check` would find in the whole, one line of JSON each, by their ids."""

import json
import subprocess
import sys

from pyspark.sql import SparkSession


def run(arguments, lines):
    """What tadqiq prints when it is given these lines."""
    text = "".join(f"{line}\n" for line in lines)
    if not text:
        return []
    done = subprocess.run(arguments, input=text.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode())
    return done.stdout.decode().split("\n")[:-1]


def joined(one, other):
    """One conflict that stands in several stories: a sentence printed word for word."""
    more = [figure for figure in other["figures"] if figure not in one["figures"]]
    return {**one, "figures": sorted(one["figures"] + more, key=lambda figure: figure["side"])}


def main(tadqiq, corpus):
    spark = SparkSession.builder.appName("tadqiq").getOrCreate()
    extract = [tadqiq, "extract", "--threads", "1", "--format", "documents", "-"]
    check = [tadqiq, "check", "--threads", "1", "--figures", "--format", "jsonl", "-"]

    documents = spark.sparkContext.textFile(corpus, minPartitions=4).mapPartitions(lambda part: run(extract, part)).cache()
    stories = [json.loads(line)["story"] for line in run([tadqiq, "stories", "-"], documents.toLocalIterator())]
    stories = spark.sparkContext.broadcast(stories)

    def told(numbered):
        document, number = numbered
        story = stories.value[number]
        return story["key"], json.dumps({**json.loads(document), "story": story}, ensure_ascii=False)

    groups = documents.zipWithIndex().map(told).groupByKey().values()
    conflicts = groups.flatMap(lambda group: run(check, group)).map(json.loads)
    for _, conflict in conflicts.keyBy(lambda one: one["id"]).reduceByKey(joined).sortByKey().collect():
        print(json.dumps(conflict, ensure_ascii=False))
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
