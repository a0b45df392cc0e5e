package io.shopkeeper.cli.evaluate;

import java.util.List;
import picocli.CommandLine.Option;

/** Which columns of a file are the texts and their labels. */
final class TextOptions {

  @Option(
      names = "--text",
      paramLabel = "COLUMNS",
      split = ",",
      description = "The text; several columns with commas are put together. Default: text.",
      defaultValue = "text")
  private List<String> text;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description = "Its class. Default: ${DEFAULT-VALUE}.",
      defaultValue = "label")
  private String label;

  TextData.Roles roles() {
    return new TextData.Roles(text, label);
  }
}
