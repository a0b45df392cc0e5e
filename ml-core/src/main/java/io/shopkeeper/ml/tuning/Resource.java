package io.shopkeeper.ml.tuning;

import io.shopkeeper.ml.algorithm.OptionField;
import io.shopkeeper.ml.algorithm.OptionsForm;
import java.util.Map;

/**
 * What a trial can get less of, so that it costs less: training rows, or what an option counts,
 * such as trees or epochs. Immutable.
 *
 * @param <O> the options
 */
public final class Resource<O extends Record> {

  private final OptionsForm<O> form;
  private final OptionField field;

  private Resource(OptionsForm<O> form, OptionField field) {
    this.form = form;
    this.field = field;
  }

  /** A random part of the training rows. */
  public static <O extends Record> Resource<O> rows() {
    return new Resource<>(null, null);
  }

  /**
   * A part of what an option of whole numbers says.
   *
   * @throws IllegalArgumentException if there is no such option
   */
  public static <O extends Record> Resource<O> option(OptionsForm<O> form, String name) {
    return new Resource<>(
        form,
        form.fields().stream()
            .filter(one -> one.name().equals(name) && one.type() == OptionField.Type.INTEGER)
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("there is no option of whole numbers " + name)));
  }

  /** The share of the training rows for a share of the resource. */
  double rows(double share) {
    return form == null ? share : 1;
  }

  /** The options for a share of the resource: at least what the option allows. */
  O options(O options, double share) {
    if (form == null || share == 1) {
      return options;
    }
    Map<String, String> values = form.format(options);
    long full = Long.parseLong(values.get(field.name()));
    long part = Math.max((long) Math.max(1, field.least()), Math.round(share * full));
    values.put(field.name(), Long.toString(Math.min(full, part)));
    return form.parse(values);
  }
}
