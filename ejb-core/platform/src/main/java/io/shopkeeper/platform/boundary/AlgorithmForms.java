package io.shopkeeper.platform.boundary;

import io.shopkeeper.ml.algorithm.Algorithm;
import io.shopkeeper.ml.algorithm.OptionField;
import io.shopkeeper.ml.algorithm.OptionWords;
import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.tuning.SearchDimension;
import io.shopkeeper.training.TuningOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Forms of the algorithms of {@code ml-core}, for modules that train one of several.
 *
 * @param ours what the module sets in every preset of an algorithm that has such a field
 * @param usual the preset that is the usual one, by algorithm; the algorithm's own where none is
 */
public record AlgorithmForms(Map<String, String> ours, Map<String, String> usual) {

  private static final String POINTER = "/options/";

  /** The form of an algorithm in the reader's language. */
  public <O extends Record> AlgorithmForm form(Algorithm<?, O, ?> algorithm, Locale locale) {
    OptionsForm<O> options = OptionsForm.of(algorithm);
    var presets = new ArrayList<AlgorithmForm.Preset>();
    presets(algorithm)
        .forEach(
            (name, values) ->
                presets.add(
                    new AlgorithmForm.Preset(
                        name,
                        OptionWords.preset(algorithm, name, locale),
                        values(options, values))));
    Map<String, String> standard = presets.getFirst().values();
    return new AlgorithmForm(
        algorithm.name(),
        OptionWords.name(algorithm, locale),
        OptionWords.help(algorithm, locale),
        presets,
        options.fields().stream()
            .map(field -> field(options, field, standard.get(field.name()), locale))
            .toList());
  }

  /** The usual one first. */
  private <O extends Record> Map<String, O> presets(Algorithm<?, O, ?> algorithm) {
    var presets = new LinkedHashMap<String, O>(algorithm.presets());
    String first = usual.get(algorithm.name());
    if (first != null && presets.containsKey(first)) {
      presets.putFirst(first, presets.get(first));
    }
    return presets;
  }

  private <O extends Record> Map<String, String> values(OptionsForm<O> options, O preset) {
    Map<String, String> values = new LinkedHashMap<>(options.format(preset));
    ours.forEach((name, value) -> values.computeIfPresent(name, (same, usual) -> value));
    return values;
  }

  private static <O extends Record> AlgorithmForm.Field field(
      OptionsForm<O> options, OptionField field, String standard, Locale locale) {
    return new AlgorithmForm.Field(
        field.name(),
        options.label(field, locale),
        options.help(field, locale),
        type(field.type()),
        bound(field.least()),
        bound(field.most()),
        SearchDimension.isSearched(field),
        bound(field.searchLeast()),
        bound(field.searchMost()),
        field.logarithmic(),
        field.choices(),
        standard);
  }

  private static String type(OptionField.Type type) {
    return switch (type) {
      case INTEGER -> "integer";
      case DECIMAL -> "number";
      case SWITCH -> "boolean";
      case CHOICE -> "choice";
      case INTEGERS -> "integers";
      case WORDS -> "words";
    };
  }

  private static Double bound(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }

  private static Double bound(double value) {
    return Double.isInfinite(value) ? null : value;
  }

  /**
   * All options of a training: those of the preset, and in their place what was chosen.
   *
   * @param preset its name; null for the usual one
   * @throws InvalidInputException with every fault: at {@code /preset}, or at {@code /options/} and
   *     the name of the option
   */
  public <O extends Record> Map<String, String> complete(
      Algorithm<?, O, ?> algorithm, String preset, Map<String, String> chosen) {
    Map<String, O> presets = presets(algorithm);
    O base = preset == null ? presets.values().iterator().next() : presets.get(preset);
    if (base == null) {
      throw InvalidInputException.of(
          "/preset", "must be one of " + String.join(", ", presets.keySet()));
    }
    OptionsForm<O> options = OptionsForm.of(algorithm);
    Map<String, String> values = values(options, base);
    List<FieldError> errors = new ArrayList<>();
    chosen.forEach(
        (name, value) -> {
          var with = new LinkedHashMap<>(values);
          with.put(name, value);
          fault(options, with, name).ifPresent(errors::add);
        });
    if (errors.isEmpty()) {
      values.putAll(chosen);
      fault(options, values, "").ifPresent(errors::add);
    }
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    return options.format(options.parse(values));
  }

  /**
   * Whether an algorithm's options can be searched so.
   *
   * @param options as {@link #complete} gave them
   * @throws InvalidInputException at {@code /tuning/} and what is wrong
   */
  public <O extends Record> void check(
      Algorithm<?, O, ?> algorithm, Map<String, String> options, TuningOrder order) {
    OptionsForm<O> form = OptionsForm.of(algorithm);
    try {
      order.tuning(form, form.parse(options));
    } catch (WrongOptionException wrong) {
      throw InvalidInputException.of("/tuning/" + wrong.option(), wrong.problem());
    }
  }

  /** What is wrong, at that option, or at any for the empty name. */
  private static Optional<FieldError> fault(
      OptionsForm<?> options, Map<String, String> values, String at) {
    try {
      options.parse(values);
      return Optional.empty();
    } catch (WrongOptionException wrong) {
      return at.isEmpty() || at.equals(wrong.option())
          ? Optional.of(new FieldError(POINTER + wrong.option(), wrong.problem()))
          : Optional.empty();
    }
  }
}
