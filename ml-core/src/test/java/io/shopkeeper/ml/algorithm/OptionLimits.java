package io.shopkeeper.ml.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;

/** Whether the options of an algorithm hold what their limits say. */
public final class OptionLimits {

  private OptionLimits() {}

  /** Presets fit the form; values beyond the limits are refused by the form and by the record. */
  public static <O extends Record> void areHeld(Algorithm<?, O, ?> algorithm) {
    OptionsForm<O> form = OptionsForm.of(algorithm);
    assertThat(algorithm.presets()).isNotEmpty();
    for (O preset : algorithm.presets().values()) {
      assertThat(form.parse(form.format(preset))).isEqualTo(preset);
    }
    RecordComponent[] components = algorithm.standard().getClass().getRecordComponents();
    for (int place = 0; place < components.length; place++) {
      OptionField field = form.fields().get(place);
      if (field.type() == OptionField.Type.INTEGER || field.type() == OptionField.Type.DECIMAL) {
        assertThat(field.least()).as(field.name()).isFinite();
        assertThat(field.most()).as(field.name()).isFinite();
        refused(algorithm.standard(), form, field, place, field.least() - 1);
        refused(algorithm.standard(), form, field, place, field.most() + Math.abs(field.most()));
      }
    }
  }

  private static <O extends Record> void refused(
      O standard, OptionsForm<O> form, OptionField field, int place, double value) {
    String text =
        field.type() == OptionField.Type.INTEGER
            ? Long.toString((long) value)
            : Double.toString(value);
    assertThatThrownBy(() -> form.parse(Map.of(field.name(), text)))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageContaining(field.name());
    assertThatThrownBy(() -> make(standard, place, value))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageContaining(field.name());
  }

  private static void make(Record standard, int changed, double value) throws Throwable {
    RecordComponent[] components = standard.getClass().getRecordComponents();
    var arguments = new Object[components.length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = components[i].getAccessor().invoke(standard);
    }
    Class<?> type = components[changed].getType();
    arguments[changed] =
        type == int.class ? (Object) (int) value : type == long.class ? (long) value : value;
    Constructor<?> constructor =
        standard
            .getClass()
            .getConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    try {
      constructor.newInstance(arguments);
    } catch (InvocationTargetException refused) {
      throw refused.getCause();
    }
  }
}
