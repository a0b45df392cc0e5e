package io.shopkeeper.cli.evaluate;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What tasks on tables take beside their algorithm: where the data is and how it is divided. */
final class DataOptions extends RunOptions {

  @ArgGroup(multiplicity = "1")
  Source source;

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
          "leave-last-N   each user's last N rows",
          "rule:P         the rows that the SplitMix64 rule of seed 42 marks, P of 100",
          "kfold:K@SEED   K parts in turn",
          "stratified:F@SEED, stratified-kfold:K@SEED  the same of each class",
          "grouped:F@SEED, grouped-kfold:K@SEED        whole users",
          "forward:K      K parts by timestamp, each learnt from all before it",
          "dates:FROM..TO,FROM..TO  days to learn from, days to judge; of fraud only",
          "none           no holdout"
        })
    String split;
  }
}
