package io.shopkeeper.console.cleaning;

import io.shopkeeper.catalog.boundary.cleaning.PreviewRow;
import io.shopkeeper.catalog.boundary.cleaning.StepEffect;
import io.shopkeeper.catalog.boundary.cleaning.StepEffect.Outcome;
import io.shopkeeper.console.frame.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Puts what a pipeline did to rows into the reader's words. */
@RequestScoped
public class PreviewLines {

  private static final int LONGEST = 160;

  @Inject private Words words;

  /** A line for each row. */
  List<PreviewLine> of(List<PreviewRow> rows) {
    return rows.stream().map(this::line).toList();
  }

  private PreviewLine line(PreviewRow row) {
    Outcome worst = worst(row);
    List<PreviewLine.Effect> effects = row.effects().stream().map(this::effect).toList();
    return new PreviewLine(name(row), tone(worst), words.of("outcome", worst), effects);
  }

  private static Outcome worst(PreviewRow row) {
    return row.effects().stream()
        .map(StepEffect::outcome)
        .max(Outcome::compareTo)
        .orElse(Outcome.READ);
  }

  private PreviewLine.Effect effect(StepEffect effect) {
    return new PreviewLine.Effect(
        effect.step() + 1,
        words.of("rule", effect.rule()),
        words.of("field", effect.field()),
        shown(effect.before()),
        shown(effect.after()),
        effect.detail(),
        !Objects.equals(effect.before(), effect.after()),
        tone(effect.outcome()));
  }

  private static String name(PreviewRow row) {
    return Stream.of("titleEn", "titleZh", "name", "id", "customerId", "eventId")
        .map(row.before()::get)
        .filter(Objects::nonNull)
        .findFirst()
        .map(PreviewLines::shown)
        .orElse("–");
  }

  private static String tone(Outcome outcome) {
    return switch (outcome) {
      case READ -> "plain";
      case REPAIRED -> "ok";
      case FLAGGED -> "warn";
      case QUARANTINED -> "bad";
    };
  }

  private static String shown(String value) {
    if (value == null) {
      return "";
    }
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
  }
}
