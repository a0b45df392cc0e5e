package io.shopkeeper.catalog.clean.step;

import io.shopkeeper.catalog.clean.step.NumberText.Decimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers with one way of writing. Whether 1,234 has decimals is learnt in the first pass from
 * numbers that leave no doubt; where there are none the comma is taken for a sign of thousands, and
 * the row is flagged. Ids that a spreadsheet made into numbers lose their .0.
 */
final class NumberStep implements Step {

  private static final Pattern SPREADSHEET = Pattern.compile("\\d{1,18}\\.0{1,6}");
  private static final Pattern COMMA_GROUP = Pattern.compile("-?\\d{1,3},\\d{3}");

  /** What is before the decimals; AUTO finds out. */
  enum Mark {
    AUTO,
    POINT,
    COMMA
  }

  /**
   * What to do.
   *
   * @param fields empty for all numbers and ids
   */
  record Options(Mark decimal, List<String> fields) {

    static Options read(OptionReader reader) {
      return new Options(reader.choice("decimal", Mark.class), reader.words("fields"));
    }
  }

  private final Options options;
  private long points;
  private long commas;

  NumberStep(Options options) {
    this.options = options;
  }

  @Override
  public void learn(Draft known) {}

  @Override
  public void observe(Draft row) {
    for (String field : row.fields()) {
      if (isNumber(field)) {
        Optional<Decimal> sure = row.get(field).flatMap(NumberText::evidence);
        points += sure.filter(mark -> mark == Decimal.POINT).isPresent() ? 1 : 0;
        commas += sure.filter(mark -> mark == Decimal.COMMA).isPresent() ? 1 : 0;
      }
    }
    clean(row);
  }

  @Override
  public void clean(Draft row) {
    for (String field : row.fields()) {
      Optional<String> value = row.get(field);
      if (value.isPresent() && isNumber(field)) {
        number(row, field, value.get());
      } else if (value.isPresent() && Fields.isId(field) && options.fields().isEmpty()) {
        id(row, field, value.get());
      }
    }
  }

  private boolean isNumber(String field) {
    return options.fields().isEmpty() ? Fields.isNumber(field) : options.fields().contains(field);
  }

  private void number(Draft row, String field, String value) {
    if (Fields.isWhole(field) && SPREADSHEET.matcher(value).matches()) {
      row.repair(field, value.substring(0, value.indexOf('.')), "number.whole", "");
      return;
    }
    Decimal decimal = decimal();
    Optional<String> plain = NumberText.plain(value, decimal);
    if (plain.isEmpty() || plain.get().equals(value)) {
      return;
    }
    boolean guessed = options.decimal() == Mark.AUTO && points + commas == 0;
    if (guessed && COMMA_GROUP.matcher(value).matches()) {
      row.doubt(field, "number.ambiguous", "%s was read as %s".formatted(value, plain.get()));
    }
    row.repair(field, plain.get(), "number.separators", "");
  }

  private static void id(Draft row, String field, String value) {
    if (SPREADSHEET.matcher(value).matches()) {
      row.repair(field, value.substring(0, value.indexOf('.')), "number.id", "");
    }
  }

  private Decimal decimal() {
    return switch (options.decimal()) {
      case POINT -> Decimal.POINT;
      case COMMA -> Decimal.COMMA;
      case AUTO -> commas > points ? Decimal.COMMA : Decimal.POINT;
    };
  }
}
