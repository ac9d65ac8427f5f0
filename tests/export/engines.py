"""Engines that read the Parquet files of many dossiers: DuckDB on one machine, Spark on one or many."""

import os
from importlib.util import find_spec

TABLES = ("claims", "passages", "records")


def open_duckdb(folder):
    """Return a connection to DuckDB with the tables below a folder."""
    import duckdb

    connection = duckdb.connect()
    for table in TABLES:
        files = f"read_parquet('{folder}/{table}/*/*.parquet', hive_partitioning = true, union_by_name = true)"
        connection.execute(f"CREATE VIEW {table} AS SELECT * FROM {files}")
    connection.execute("CREATE MACRO explode(list) AS unnest(list)")
    return connection


def has_spark():
    """Return whether Spark is installed."""
    return find_spec("pyspark") is not None


def start_spark():
    """Start Spark in two threads on this machine, without its web server."""
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").appName("dossier")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
    }.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def open_spark(session, folder):
    """Make the tables below a folder views of a session, and return it."""
    for table in TABLES:
        session.read.option("mergeSchema", "true").parquet(f"{folder}/{table}").createOrReplaceTempView(table)
    return session
