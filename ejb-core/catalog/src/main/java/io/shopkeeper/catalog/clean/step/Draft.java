package io.shopkeeper.catalog.clean.step;

import io.shopkeeper.catalog.boundary.cleaning.StepEffect;
import io.shopkeeper.catalog.boundary.cleaning.StepEffect.Outcome;
import io.shopkeeper.catalog.clean.CleanedRow;
import io.shopkeeper.catalog.clean.RowNote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A row while it is cleaned: its values, and what the steps did and said. For one thread. */
final class Draft {

  private final Map<String, String> values;
  private final List<StepEffect> effects = new ArrayList<>();
  private int step;

  Draft(Map<String, String> fields) {
    values = new LinkedHashMap<>(fields);
  }

  /** The step that works now. */
  void enter(int place) {
    step = place;
  }

  /** A value; empty where it is missing or blank. */
  Optional<String> get(String field) {
    return Optional.ofNullable(values.get(field)).filter(value -> !value.isBlank());
  }

  /** The number in a field; empty where there is none that can be read. */
  Optional<Double> number(String field) {
    return get(field).filter(NumberText::isPlain).map(Double::valueOf);
  }

  /** The fields that the row has, a copy. */
  List<String> fields() {
    return List.copyOf(values.keySet());
  }

  /** Puts a value in place of another; null removes it. Nothing happens where they are equal. */
  void repair(String field, String value, String rule, String detail) {
    change(Outcome.REPAIRED, field, value, rule, detail);
  }

  /** As {@link #repair}, where only the way of writing changes and nothing is mended. */
  void read(String field, String value, String rule) {
    change(Outcome.READ, field, value, rule, "");
  }

  private void change(Outcome outcome, String field, String value, String rule, String detail) {
    String before = values.get(field);
    if (Objects.equals(before, value)) {
      return;
    }
    if (value == null) {
      values.remove(field);
    } else {
      values.put(field, value);
    }
    effects.add(new StepEffect(step, outcome, rule, field, before, value, detail));
  }

  void doubt(String field, String rule, String detail) {
    note(Outcome.FLAGGED, field, rule, detail);
  }

  void fault(String field, String rule, String detail) {
    note(Outcome.QUARANTINED, field, rule, detail);
  }

  private void note(Outcome outcome, String field, String rule, String detail) {
    String value = values.get(field);
    effects.add(new StepEffect(step, outcome, rule, field, value, value, detail));
  }

  /** Whether the row will be set aside. */
  boolean refused() {
    return effects.stream().anyMatch(effect -> effect.outcome() == Outcome.QUARANTINED);
  }

  List<StepEffect> effects() {
    return List.copyOf(effects);
  }

  Map<String, String> values() {
    return values;
  }

  CleanedRow result() {
    return new CleanedRow(
        values, notes(Outcome.REPAIRED), notes(Outcome.FLAGGED), notes(Outcome.QUARANTINED));
  }

  private List<RowNote> notes(Outcome outcome) {
    return effects.stream()
        .filter(effect -> effect.outcome() == outcome)
        .map(
            effect ->
                new RowNote(
                    effect.rule(),
                    effect.field(),
                    effect.before(),
                    effect.after(),
                    effect.detail()))
        .toList();
  }
}
