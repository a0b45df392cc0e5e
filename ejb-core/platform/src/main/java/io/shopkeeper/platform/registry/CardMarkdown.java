package io.shopkeeper.platform.registry;

import io.shopkeeper.platform.boundary.ModelCard;
import io.shopkeeper.platform.boundary.ModelFile;
import io.shopkeeper.platform.boundary.StageChange;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** A card as Markdown. Values are escaped, so that no text of a shop becomes mark-up. */
public final class CardMarkdown {

  private static final String BUNDLE = "io.shopkeeper.platform.registry.card";

  private final StringBuilder out = new StringBuilder();
  private final ResourceBundle words;

  private CardMarkdown(String language) {
    this.words =
        ResourceBundle.getBundle(
            BUNDLE,
            language.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT,
            CardMarkdown.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The whole card. */
  public static String of(ModelCard card) {
    var markdown = new CardMarkdown(card.language());
    markdown.head(card);
    markdown.prose("intended", card.intendedUse());
    markdown.prose("limits", card.limits());
    markdown.metrics(card);
    markdown.data(card);
    markdown.pairs("parameters", card.hyperParameters());
    markdown.pairs("account", card.account());
    markdown.files(card);
    markdown.history(card);
    return markdown.out.toString();
  }

  private void head(ModelCard card) {
    out.append("# ").append(safe(card.name())).append(" v").append(card.version()).append("\n\n");
    row("algorithm", card.algorithm());
    row("stage", words.getString("stage." + card.stage()));
    row("made", card.createdAt() + ", " + card.createdBy());
    row("seed", Long.toString(card.seed()));
    if (!card.tags().isEmpty()) {
      row("tags", String.join(", ", card.tags()));
    }
    if (!card.notes().isBlank()) {
      prose("notes", card.notes());
    }
  }

  private void metrics(ModelCard card) {
    section("metrics");
    out.append("| ")
        .append(words.getString("split"))
        .append(" | ")
        .append(words.getString("metric"))
        .append(" | ")
        .append(words.getString("value"))
        .append(" | ")
        .append(words.getString("interval"))
        .append(" |\n| --- | --- | ---: | --- |\n");
    for (ModelCard.Metric metric : card.metrics()) {
      out.append("| ")
          .append(safe(metric.split()))
          .append(" | ")
          .append(safe(metric.name()))
          .append(" | ")
          .append(number(metric.value()))
          .append(" | ")
          .append(metric.low() == null ? "–" : number(metric.low()) + " … " + number(metric.high()))
          .append(" |\n");
    }
  }

  private void data(ModelCard card) {
    section("data");
    if (card.trainedOn().from() != null) {
      row("range", card.trainedOn().from() + " … " + card.trainedOn().to());
    }
    new TreeMap<>(card.trainedOn().rows())
        .forEach(
            (name, rows) ->
                out.append("- ").append(safe(name)).append(": ").append(rows).append('\n'));
    if (!card.trainedOn().contentHash().isEmpty()) {
      row("hash", card.trainedOn().contentHash());
    }
    if (!card.trainedOn().imports().isEmpty()) {
      row("imports", card.trainedOn().imports().toString());
    }
  }

  private void files(ModelCard card) {
    section("files");
    for (ModelFile file : card.files()) {
      out.append("- ")
          .append(safe(file.name()))
          .append(": ")
          .append(file.sizeBytes())
          .append(" B, SHA-256 `")
          .append(file.sha256())
          .append("`\n");
    }
  }

  private void history(ModelCard card) {
    if (card.history().isEmpty()) {
      return;
    }
    section("history");
    for (StageChange change : card.history()) {
      out.append("- ")
          .append(change.at())
          .append(": ")
          .append(words.getString("stage." + change.from()))
          .append(" → ")
          .append(words.getString("stage." + change.to()))
          .append(", ")
          .append(safe(change.by()))
          .append(change.reason().isBlank() ? "" : ": " + safe(change.reason()))
          .append('\n');
    }
  }

  private void pairs(String key, Map<String, String> pairs) {
    if (!pairs.isEmpty()) {
      section(key);
      pairs.forEach(
          (name, value) ->
              out.append("- ").append(safe(name)).append(": ").append(safe(value)).append('\n'));
    }
  }

  private void prose(String key, String text) {
    section(key);
    out.append(text.isBlank() ? words.getString("nothing") : safe(text)).append('\n');
  }

  private void section(String key) {
    out.append("\n## ").append(words.getString(key)).append("\n\n");
  }

  private void row(String key, String value) {
    out.append("- ").append(words.getString(key)).append(": ").append(safe(value)).append('\n');
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) >= 2
        ? String.format(Locale.ROOT, "%d", (long) value)
        : String.format(Locale.ROOT, "%.4f", value);
  }

  private static String safe(String text) {
    return text.replace("\\", "\\\\").replaceAll("([`*_\\[\\]<>|#])", "\\\\$1").replace("\r", "");
  }
}
