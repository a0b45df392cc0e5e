package io.shopkeeper.cli.evaluate;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells how people feel about what they write of. */
@Command(
    name = "sentiment",
    mixinStandardHelpOptions = true,
    description = {
      "Tells good reviews from bad ones, in English and Chinese, and prints how well.",
      "Files: CSV, TSV or JSON lines with columns text and label; other names by --text and --label.",
      "The labels may be any, two or more; of two, the later in their order is the positive one."
    })
final class SentimentCommand implements Callable<Integer> {

  @Mixin private DataOptions options;
  @Mixin private TextOptions columns;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Task.guarded(spec.commandLine(), this::run);
  }

  private int run() {
    TextData data = TextData.read(options, columns.roles());
    var taker = new TableMeasures(data.texts().target(), options.seed);
    return new TextContest(spec, options, data, taker, new TextContest.Dress() {}).run("sentiment");
  }
}
