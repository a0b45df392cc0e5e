package io.shopkeeper.cli.evaluate;

import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What every task takes: where the data is, how it is divided, what is printed. */
final class DataOptions {

  @ArgGroup(multiplicity = "1")
  Source source;

  @Option(
      names = "--algorithm",
      paramLabel = "NAME",
      description = "One algorithm, or all for a leaderboard. Default: ${DEFAULT-VALUE}.",
      defaultValue = "default")
  String algorithm;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of everything that is drawn. Default: ${DEFAULT-VALUE}.",
      defaultValue = "42")
  long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "At most so many. Default: all cores.")
  Integer threads;

  @Option(names = "--json", description = "Print one JSON object a line for each algorithm.")
  boolean json;

  @Option(
      names = "--predictions",
      paramLabel = "OUT.csv",
      description = "Write a row for each test case.")
  Path predictions;

  /** Either two files or one that is divided. */
  static final class Source {

    @ArgGroup(exclusive = false, multiplicity = "1")
    TwoFiles files;

    @ArgGroup(exclusive = false, multiplicity = "1")
    OneFile file;
  }

  /** A training and a test file. */
  static final class TwoFiles {

    @Option(
        names = "--train",
        required = true,
        paramLabel = "FILE",
        description = "Training rows. ARCHIVE.zip!ENTRY reads a file out of an archive.")
    String train;

    @Option(names = "--test", required = true, paramLabel = "FILE", description = "Test rows.")
    String test;
  }

  /** A file and how it is divided. */
  static final class OneFile {

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "All rows.")
    String data;

    @Option(
        names = "--split",
        required = true,
        paramLabel = "SPEC",
        description = {
          "random:F@SEED  a part F of the rows at random",
          "time:F         the latest part F by timestamp",
          "leave-last-1   each user's last row",
          "rule:P         the rows that the SplitMix64 rule of seed 42 marks, P of 100",
          "kfold:K@SEED   K parts in turn",
          "none           no holdout"
        })
    String split;
  }
}
