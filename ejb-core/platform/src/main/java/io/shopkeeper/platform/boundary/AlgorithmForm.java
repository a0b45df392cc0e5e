package io.shopkeeper.platform.boundary;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be chosen of an algorithm: for forms, and for programs that make their own.
 *
 * @param title what people call it
 * @param help what it does, in a sentence
 * @param presets named values of all fields, the usual ones first; never empty
 * @param fields in their order; empty where there is nothing to choose
 */
public record AlgorithmForm(
    String name, String title, String help, List<Preset> presets, List<Field> fields) {

  public AlgorithmForm {
    presets = List.copyOf(presets);
    fields = List.copyOf(fields);
  }

  /**
   * Named values.
   *
   * @param help what people call them, a colon, and what they are for
   * @param values of every field, as text
   */
  public record Preset(String name, String help, Map<String, String> values) {

    /** What people call them; the name where the help does not say. */
    public String title() {
      String[] parts = help.split("[:：]", 2);
      return parts.length == 2 ? parts[0].strip() : name;
    }

    /** What they are for. */
    public String purpose() {
      String[] parts = help.split("[:：]", 2);
      return parts[parts.length - 1].strip();
    }
  }

  /**
   * One choice.
   *
   * @param type {@code integer}, {@code number}, {@code boolean}, {@code choice}, {@code integers}
   *     (whole numbers with commas) or {@code words} (words with commas)
   * @param minimum the least allowed; null where there is none
   * @param maximum the greatest allowed; null where there is none
   * @param searched whether a search can choose it
   * @param searchMinimum where a search of a number usually begins; null where it has none
   * @param searchMaximum where it usually ends; null where it has none
   * @param logarithmic whether values differ by factors rather than by steps
   * @param choices of a field of the type {@code choice}; empty otherwise
   * @param standard what it is where nobody chooses
   */
  public record Field(
      String name,
      String label,
      String help,
      String type,
      Double minimum,
      Double maximum,
      boolean searched,
      Double searchMinimum,
      Double searchMaximum,
      boolean logarithmic,
      List<String> choices,
      String standard) {}

  /** A preset by its name; the usual one for null. */
  public Optional<Preset> preset(String wanted) {
    return wanted == null
        ? presets.stream().findFirst()
        : presets.stream().filter(preset -> preset.name().equals(wanted)).findFirst();
  }
}
