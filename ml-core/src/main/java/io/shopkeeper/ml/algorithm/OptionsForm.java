package io.shopkeeper.ml.algorithm;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The options of an algorithm as fields of text: for forms, command lines, tuners and records of
 * what was trained. Component types may be int, long, double, boolean, an enum, {@code
 * List<Integer>} and {@code List<String>}. Immutable and safe for use by several threads.
 *
 * <p>Labels and helps stand in the bundle {@code options} of the record's package, by the keys
 * {@code RECORD.field} and {@code RECORD.field.help}, RECORD being the record's own name, after
 * that of the class around it.
 *
 * @param <O> the options record
 */
public final class OptionsForm<O extends Record> {

  private final O standard;
  private final List<OptionField> fields;

  private OptionsForm(O standard) {
    this.standard = standard;
    this.fields =
        Arrays.stream(standard.getClass().getRecordComponents()).map(OptionsForm::field).toList();
  }

  /** The form of an algorithm. */
  public static <O extends Record> OptionsForm<O> of(Algorithm<?, O, ?> algorithm) {
    return new OptionsForm<>(algorithm.standard());
  }

  /**
   * The form of a record.
   *
   * @param standard what counts where nothing is said
   */
  public static <O extends Record> OptionsForm<O> of(O standard) {
    return new OptionsForm<>(standard);
  }

  /** In the order of the record. */
  public List<OptionField> fields() {
    return fields;
  }

  /**
   * Options from text; what is not named is as in the standard ones.
   *
   * @throws WrongOptionException if a name is unknown or a value is not allowed
   */
  public O parse(Map<String, String> values) {
    for (String name : values.keySet()) {
      if (fields.stream().noneMatch(field -> field.name().equals(name))) {
        throw new WrongOptionException(
            name,
            "is not an option; there are "
                + String.join(", ", fields.stream().map(OptionField::name).toList()));
      }
    }
    RecordComponent[] components = standard.getClass().getRecordComponents();
    var arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String value = values.get(components[i].getName());
      arguments[i] =
          value == null ? get(components[i], standard) : parse(fields.get(i), components[i], value);
    }
    return make(components, arguments);
  }

  /** Options as text; {@link #parse} makes the same of them. */
  public Map<String, String> format(O options) {
    var values = new LinkedHashMap<String, String>();
    for (RecordComponent component : standard.getClass().getRecordComponents()) {
      values.put(component.getName(), format(get(component, options)));
    }
    return values;
  }

  /** What a field is called; its name where no bundle says. */
  public String label(OptionField field, Locale locale) {
    return text(key(field), locale, field.name());
  }

  /** What a field does; empty where no bundle says. */
  public String help(OptionField field, Locale locale) {
    return text(key(field) + ".help", locale, "");
  }

  private String key(OptionField field) {
    String whole = standard.getClass().getName();
    return whole.substring(whole.lastIndexOf('.') + 1).replace('$', '.') + "." + field.name();
  }

  private String text(String key, Locale locale, String otherwise) {
    return OptionWords.find(standard.getClass(), key, locale).orElse(otherwise);
  }

  private static OptionField field(RecordComponent component) {
    Limits limits = component.getAnnotation(Limits.class);
    boolean searched =
        limits != null && !Double.isNaN(limits.searchLeast()) && !Double.isNaN(limits.searchMost());
    return new OptionField(
        component.getName(),
        type(component),
        limits == null ? Double.NEGATIVE_INFINITY : limits.least(),
        limits == null ? Double.POSITIVE_INFINITY : limits.most(),
        searched ? OptionalDouble.of(limits.searchLeast()) : OptionalDouble.empty(),
        searched ? OptionalDouble.of(limits.searchMost()) : OptionalDouble.empty(),
        limits != null && limits.logarithmic(),
        component.getType().isEnum()
            ? Arrays.stream(component.getType().getEnumConstants()).map(OptionsForm::word).toList()
            : List.of());
  }

  private static OptionField.Type type(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == int.class || type == long.class) {
      return OptionField.Type.INTEGER;
    } else if (type == double.class) {
      return OptionField.Type.DECIMAL;
    } else if (type == boolean.class) {
      return OptionField.Type.SWITCH;
    } else if (type.isEnum()) {
      return OptionField.Type.CHOICE;
    } else if (type == List.class) {
      return component.getGenericType().getTypeName().contains("Integer")
          ? OptionField.Type.INTEGERS
          : OptionField.Type.WORDS;
    }
    throw new IllegalStateException("no form for " + component);
  }

  private static Object parse(OptionField field, RecordComponent component, String text) {
    String value = text.strip();
    return switch (field.type()) {
      case INTEGER -> {
        long number = integer(field, value);
        yield component.getType() == int.class ? (Object) Math.toIntExact(number) : (Object) number;
      }
      case DECIMAL -> decimal(field, value);
      case SWITCH -> {
        if (!value.equals("true") && !value.equals("false")) {
          throw new WrongOptionException(
              field.name(), "must be true or false, but is " + quoted(value));
        }
        yield Boolean.valueOf(value);
      }
      case CHOICE ->
          Arrays.stream(component.getType().getEnumConstants())
              .filter(constant -> word(constant).equals(value))
              .findFirst()
              .orElseThrow(
                  () ->
                      new WrongOptionException(
                          field.name(),
                          "must be one of %s, but is %s"
                              .formatted(String.join(", ", field.choices()), quoted(value))));
      case INTEGERS -> words(value).stream().map(part -> (int) integer(field, part)).toList();
      case WORDS -> words(value);
    };
  }

  private static List<String> words(String value) {
    var words = new ArrayList<String>();
    for (String part : value.split("[,，]")) {
      if (!part.isBlank()) {
        words.add(part.strip());
      }
    }
    return List.copyOf(words);
  }

  private static long integer(OptionField field, String value) {
    try {
      long number = Long.parseLong(value);
      WrongOptionException.unlessWithin(
          field.name(),
          (double) number,
          Math.max(field.least(), Integer.MIN_VALUE),
          Math.min(field.most(), Integer.MAX_VALUE));
      return number;
    } catch (NumberFormatException wrong) {
      throw new WrongOptionException(
          field.name(), "must be a whole number, but is " + quoted(value));
    }
  }

  private static double decimal(OptionField field, String value) {
    try {
      double number = Double.parseDouble(value);
      WrongOptionException.unlessWithin(field.name(), number, field.least(), field.most());
      return number;
    } catch (NumberFormatException wrong) {
      throw new WrongOptionException(field.name(), "must be a number, but is " + quoted(value));
    }
  }

  private static String quoted(String value) {
    return "“" + value + "”";
  }

  private static String word(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String format(Object value) {
    if (value instanceof Enum<?> constant) {
      return word(constant);
    } else if (value instanceof List<?> list) {
      return String.join(", ", list.stream().map(String::valueOf).toList());
    }
    return String.valueOf(value);
  }

  private static Object get(RecordComponent component, Record options) {
    try {
      return component.getAccessor().invoke(options);
    } catch (IllegalAccessException | InvocationTargetException hidden) {
      throw new IllegalStateException(options.getClass() + " must be public", hidden);
    }
  }

  @SuppressWarnings("unchecked")
  private O make(RecordComponent[] components, Object[] arguments) {
    try {
      Constructor<?> constructor =
          standard
              .getClass()
              .getConstructor(
                  Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return (O) constructor.newInstance(arguments);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof IllegalArgumentException wrong) {
        throw wrong;
      }
      throw new IllegalStateException(standard.getClass() + " can not be made", refused);
    } catch (ReflectiveOperationException hidden) {
      throw new IllegalStateException(standard.getClass() + " must be public", hidden);
    }
  }
}
