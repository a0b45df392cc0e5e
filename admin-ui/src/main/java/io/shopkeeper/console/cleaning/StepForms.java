package io.shopkeeper.console.cleaning;

import io.shopkeeper.catalog.boundary.cleaning.OptionKind;
import io.shopkeeper.catalog.boundary.cleaning.OptionSpec;
import io.shopkeeper.catalog.boundary.cleaning.StepData;
import io.shopkeeper.catalog.boundary.cleaning.StepType;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes forms of steps, and steps of what a form sent. */
@RequestScoped
public class StepForms {

  /**
   * No field is chosen. Not empty: a page leaves an empty value out, and the text would be sent.
   */
  private static final String NOTHING = "–";

  @Inject private Asked asked;
  @Inject private Words words;

  /** The steps that the form sent, in its order. */
  public List<StepData> sent() {
    var steps = new ArrayList<StepData>();
    long count = Math.min(200, asked.number("steps").orElse(0L));
    for (int place = 0; place < count; place++) {
      String prefix = "s" + place + ".";
      boolean on = asked.text(prefix + "on").filter("true"::equals).isPresent();
      StepType.of(asked.text(prefix + "type").orElse(""))
          .ifPresent(type -> steps.add(new StepData(type, on, options(type, prefix))));
    }
    return steps;
  }

  private Map<String, String> options(StepType type, String prefix) {
    Map<String, String> options = new LinkedHashMap<>();
    for (OptionSpec spec : type.options()) {
      options.put(
          spec.name(),
          asked.text(prefix + spec.name()).filter(text -> !text.equals(NOTHING)).orElse(""));
    }
    return options;
  }

  /**
   * Steps as forms.
   *
   * @param fields of the kind
   * @param errors by {@code place/option}
   * @param opened the place of a step whose options are shown; −1 for none
   */
  public List<StepForm> forms(
      List<StepData> steps, List<String> fields, Map<String, String> errors, int opened) {
    var forms = new ArrayList<StepForm>();
    for (int place = 0; place < steps.size(); place++) {
      StepData step = steps.get(place);
      var options = new ArrayList<StepForm.Option>();
      for (OptionSpec spec : step.type().options()) {
        options.add(option(place, step, spec, fields, errors));
      }
      boolean wrong = options.stream().anyMatch(option -> !option.error().isEmpty());
      forms.add(
          new StepForm(
              place + 1,
              step,
              words.of("step", step.type()),
              words.of("stepHelp", step.type()),
              says(step),
              wrong || place == opened,
              place == 0,
              place == steps.size() - 1,
              options));
    }
    return forms;
  }

  private StepForm.Option option(
      int place, StepData step, OptionSpec spec, List<String> fields, Map<String, String> errors) {
    String value = step.options().getOrDefault(spec.name(), spec.standard());
    List<StepForm.Choice> choices =
        switch (spec.kind()) {
          case CHOICE -> choices("choice", spec.choices(), value);
          case FLAG ->
              choices("yesNo", List.of("true", "false"), value.isEmpty() ? "false" : value);
          case FIELD -> fields(fields, value);
          default -> List.of();
        };
    String input =
        spec.kind() == OptionKind.LINES ? "lines" : choices.isEmpty() ? "text" : "select";
    String key = step.type() + "." + spec.name();
    String help = words.of("optionHelp", key).equals(key) ? "" : words.of("optionHelp", key);
    return new StepForm.Option(
        "s" + place + "." + spec.name(),
        words.of("option", spec.name()),
        help,
        input,
        value,
        choices,
        errors.getOrDefault(place + "/" + spec.name(), ""));
  }

  private List<StepForm.Choice> choices(String group, List<String> values, String chosen) {
    return values.stream()
        .map(value -> new StepForm.Choice(value, words.of(group, value), value.equals(chosen)))
        .toList();
  }

  private List<StepForm.Choice> fields(List<String> fields, String chosen) {
    var choices = new ArrayList<StepForm.Choice>();
    choices.add(new StepForm.Choice(NOTHING, NOTHING, chosen.isEmpty()));
    if (!chosen.isEmpty() && !fields.contains(chosen)) {
      choices.add(new StepForm.Choice(chosen, words.of("field", chosen), true));
    }
    fields.forEach(
        field ->
            choices.add(
                new StepForm.Choice(field, words.of("field", field), field.equals(chosen))));
    return choices;
  }

  /** Fields and choices, as far as they were said. */
  private String says(StepData step) {
    return step.type().options().stream()
        .filter(spec -> step.options().containsKey(spec.name()))
        .filter(spec -> spec.kind() != OptionKind.LINES && spec.kind() != OptionKind.FLAG)
        .filter(spec -> !step.options().get(spec.name()).isBlank())
        .filter(spec -> !spec.name().equals("empties"))
        .map(spec -> said(spec, step.options().get(spec.name())))
        .collect(Collectors.joining(" · "));
  }

  private String said(OptionSpec spec, String value) {
    return switch (spec.kind()) {
      case CHOICE -> words.of("choice", value);
      case FIELD -> words.of("field", value);
      case NUMBER -> words.of("option", spec.name()) + " " + value;
      default -> value;
    };
  }
}
