package io.shopkeeper.console.placement;

import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Titles;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import io.shopkeeper.recommendation.boundary.recipe.Rule;
import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A draft as the fields of the page. */
@RequestScoped
public class RecipeForms {

  @Inject private Words words;
  @Inject private Faults sentences;
  @Inject private RuleWords rules;
  @Inject private Titles titles;

  /**
   * A source.
   *
   * @param share of all weights; empty where it is not used
   * @param titles of its products, for those that the shop names
   */
  public record Source(
      String word,
      String weight,
      String share,
      boolean used,
      String products,
      String titles,
      String weightFault,
      String productsFault) {}

  /** The sources, used or not. */
  List<Source> sources(RecipeDraft draft, Optional<Recipe> recipe, Map<String, String> faults) {
    double all =
        recipe.map(r -> r.sources().stream().mapToDouble(one -> one.weight()).sum()).orElse(0.0);
    List<Source> forms = new ArrayList<>();
    for (RecipeDraft.SourceLine line : draft.sources()) {
      String word = line.kind().word();
      double weight =
          recipe.stream()
              .flatMap(r -> r.sources().stream())
              .filter(share -> share.source() == line.kind())
              .mapToDouble(share -> share.weight())
              .sum();
      forms.add(
          new Source(
              word,
              line.weight(),
              weight > 0 ? Math.round(100 * weight / all) + " %" : "",
              !line.weight().isEmpty() && !line.weight().matches("0+([.,]0*)?"),
              line.products(),
              named(line.products()),
              fault(faults, "/sources/" + word + "/weight"),
              fault(faults, "/sources/" + word + "/products")));
    }
    return forms;
  }

  private String fault(Map<String, String> faults, String at) {
    return faults.containsKey(at) ? sentences.say(faults.get(at)) : "";
  }

  /** The sources that can fill up, for each place of the fallback. */
  List<List<RuleForm.Choice>> fallback(RecipeDraft draft) {
    List<String> kinds =
        Arrays.stream(SourceKind.values())
            .filter(kind -> kind != SourceKind.PICKS)
            .map(SourceKind::word)
            .toList();
    return draft.fallback().stream()
        .map(
            chosen -> {
              List<RuleForm.Choice> choices = new ArrayList<>();
              choices.add(new RuleForm.Choice("–", "–", chosen.isEmpty()));
              choices.addAll(choices("sourceKind", kinds, chosen));
              return choices;
            })
        .toList();
  }

  List<RuleForm.Choice> choices(String group, List<String> values, String chosen) {
    return values.stream()
        .map(value -> new RuleForm.Choice(value, words.of(group, value), value.equals(chosen)))
        .toList();
  }

  /**
   * The rules.
   *
   * @param opened the place of one whose fields are shown; −1 for none
   */
  List<RuleForm> rules(RecipeDraft draft, DraftRecipe read, int opened) {
    List<RuleForm> forms = new ArrayList<>();
    for (int i = 0; i < draft.rules().size(); i++) {
      Optional<Rule> rule = read.rule(i);
      boolean open = rule.isEmpty() || i == opened;
      forms.add(form(draft, i, rule.map(rules::says).orElse(""), open, read.faults()));
    }
    return forms;
  }

  private RuleForm form(
      RecipeDraft draft, int place, String says, boolean open, Map<String, String> faults) {
    RecipeDraft.RuleLine line = draft.rules().get(place);
    List<RuleForm.Field> own = new ArrayList<>();
    List<RuleForm.Field> filter = new ArrayList<>();
    for (RuleField field : line.kind().fields()) {
      (RuleField.FILTER.contains(field) ? filter : own).add(field(place, line, field, faults));
    }
    return new RuleForm(
        place,
        line.kind(),
        says,
        fault(faults, "/rules/" + place + "/filter"),
        open,
        place == 0,
        place == draft.rules().size() - 1,
        own,
        filter);
  }

  private RuleForm.Field field(
      int place, RecipeDraft.RuleLine line, RuleField field, Map<String, String> faults) {
    String value = line.value(field);
    String key = "ruleField." + field;
    boolean products =
        field.input() == RuleField.Input.PRODUCT || field.input() == RuleField.Input.PRODUCTS;
    return new RuleForm.Field(
        "r" + place + "." + field.key(),
        words.words().getString(key),
        words.words().containsKey(key + ".help") ? words.words().getString(key + ".help") : "",
        field.input().name().toLowerCase(Locale.ROOT),
        value,
        products ? named(value) : "",
        choices("ruleChoice", field.choices(), value),
        fault(faults, "/rules/" + place + "/" + field.pointer()));
  }

  /** The titles of products that are named by their ids. */
  private String named(String ids) {
    List<String> all = DraftRecipe.ids(ids);
    titles.learn(all);
    return all.stream()
        .map(id -> titles.find(id).orElseGet(() -> words.format("placement.noProduct", id)))
        .collect(Collectors.joining(" · "));
  }
}
