#!/usr/bin/env python3
"""The jobs of a file done by `rature batch` under Apache Spark, written in their order.

usage: benches/archive/spark_batch.py JOBS.jsonl OUT.jsonl [PARTS]

`rature` must be on the PATH that this is started with, on every worker; here Spark runs on the cores of one machine.
"""

import os
import sys

from pyspark.sql import SparkSession

jobs, out = sys.argv[1:3]
parts = int(sys.argv[3]) if len(sys.argv) > 3 else 4
spark = SparkSession.builder.master("local[*]").appName("rature").getOrCreate()
lines = spark.sparkContext.textFile(jobs, minPartitions=parts).pipe("rature batch -", env={"PATH": os.environ["PATH"]})
with open(out, "w", encoding="utf-8") as file:
    for line in lines.toLocalIterator():
        file.write(line + "\n")
spark.stop()
