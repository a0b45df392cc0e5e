package io.shopkeeper.catalog.clean.step;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Weights in kg, lengths in m, volumes in l among the attributes: 500 g becomes 0.5 kg. Factors are
 * exact (NIST Handbook 44, appendix C). Only values that are a number and a unit and nothing else.
 */
final class UnitsStep implements Step {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern QUANTITY =
      Pattern.compile("(-?\\d{1,9}(?:[.,]\\d{1,6})?)\\s*([\\p{L}\"′″'. ]{1,12})");
  private static final MathContext DIGITS = new MathContext(7);
  private static final Map<String, Unit> UNITS = units();

  private record Unit(BigDecimal factor, String si) {}

  /**
   * What to do.
   *
   * @param names of attributes; empty for all
   */
  record Options(List<String> names) {

    static Options read(OptionReader reader) {
      return new Options(reader.words("names"));
    }
  }

  private final Options options;

  UnitsStep(Options options) {
    this.options = options;
  }

  @Override
  public void clean(Draft row) {
    Optional<Map<String, String>> attributes = row.get("attributes").flatMap(UnitsStep::read);
    if (attributes.isEmpty()) {
      return;
    }
    Map<String, String> converted = new LinkedHashMap<>(attributes.get());
    converted.replaceAll(
        (name, value) ->
            options.names().isEmpty() || options.names().contains(name)
                ? convert(value).orElse(value)
                : value);
    if (!converted.equals(attributes.get())) {
      row.repair("attributes", write(converted), "units.si", "");
    }
  }

  /** In the SI; empty for what is none or is there already. */
  static Optional<String> convert(String value) {
    Matcher quantity = QUANTITY.matcher(value.strip());
    if (!quantity.matches()) {
      return Optional.empty();
    }
    Unit unit = UNITS.get(quantity.group(2).strip().toLowerCase(Locale.ROOT).replace(".", ""));
    if (unit == null) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(quantity.group(1).replace(',', '.'));
    BigDecimal si = number.multiply(unit.factor()).round(DIGITS).stripTrailingZeros();
    return Optional.of(si.toPlainString() + " " + unit.si());
  }

  /** Attributes as JSON or as name=value pairs; empty where they are neither. */
  static Optional<Map<String, String>> read(String text) {
    if (text.startsWith("{")) {
      try {
        return Optional.of(
            JSON.readValue(text, new TypeReference<LinkedHashMap<String, String>>() {}));
      } catch (JsonProcessingException none) {
        return Optional.empty();
      }
    }
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : text.split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        return Optional.empty();
      }
      pairs.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
    return Optional.of(pairs);
  }

  private static String write(Map<String, String> attributes) {
    try {
      return JSON.writeValueAsString(attributes);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts cannot be written as JSON", impossible);
    }
  }

  private static Map<String, Unit> units() {
    var units = new HashMap<String, Unit>();
    put(units, "kg", "1", "kg", "kilogram", "kilograms", "kilo", "公斤", "千克");
    put(units, "kg", "0.001", "g", "gr", "gram", "grams", "克");
    put(units, "kg", "0.000001", "mg", "milligram", "毫克");
    put(units, "kg", "1000", "t", "tonne", "吨");
    put(units, "kg", "0.5", "斤");
    put(units, "kg", "0.45359237", "lb", "lbs", "pound", "pounds", "磅");
    put(units, "kg", "0.028349523125", "oz", "ounce", "ounces", "盎司");
    put(units, "m", "1", "m", "metre", "metres", "meter", "meters", "米");
    put(units, "m", "0.01", "cm", "centimetre", "centimeter", "厘米");
    put(units, "m", "0.001", "mm", "millimetre", "millimeter", "毫米");
    put(units, "m", "1000", "km", "千米", "公里");
    put(units, "m", "0.0254", "in", "inch", "inches", "\"", "″", "英寸");
    put(units, "m", "0.3048", "ft", "foot", "feet", "'", "′", "英尺");
    put(units, "m", "0.9144", "yd", "yard", "yards");
    put(units, "l", "1", "l", "litre", "litres", "liter", "liters", "升");
    put(units, "l", "0.001", "ml", "millilitre", "milliliter", "毫升");
    put(units, "l", "0.01", "cl", "centilitre");
    put(units, "l", "0.1", "dl");
    put(units, "l", "1000", "m³", "m3", "立方米");
    put(units, "l", "0.0295735295625", "fl oz", "floz");
    put(units, "l", "3.785411784", "gal", "gallon", "gallons");
    return Map.copyOf(units);
  }

  private static void put(Map<String, Unit> units, String si, String factor, String... names) {
    for (String name : names) {
      units.put(name, new Unit(new BigDecimal(factor), si));
    }
  }
}
