package io.shopkeeper.console.placement;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.recommendation.boundary.Estimates;
import io.shopkeeper.recommendation.boundary.PlacementView;
import io.shopkeeper.recommendation.boundary.Placements;
import io.shopkeeper.recommendation.boundary.RecipeVersionView;
import io.shopkeeper.recommendation.boundary.estimate.EstimatedAct;
import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One placement: its recipe as a form, its versions, and the acts. What is in the form is a draft
 * that nobody gets; every button sends the whole of it.
 */
@Named("placement")
@RequestScoped
public class PlacementPage {

  private static final int SHOWN_VERSIONS = 30;

  @Inject private Placements placements;
  @Inject private Estimates estimates;
  @Inject private Drafts drafts;
  @Inject private RecipeForms forms;
  @Inject private RecipeDiff differences;
  @Inject private Faults sentences;
  @Inject private Words words;
  @Inject private Reader reader;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  private String name;
  private PlacementView view;
  private RecipeVersionView live;
  private RecipeVersionView opened;
  private RecipeDraft draft;
  private DraftRecipe read;
  private int openedRule = -1;

  /** A version, and what it changed of the one before. */
  public record VersionLine(RecipeVersionView version, List<RecipeDiff.Line> changes) {}

  @PostConstruct
  void begin() {
    name = asked.text("name").orElse("home");
    view = find();
    if (view != null) {
      live = version(view.liveVersion()).orElseThrow();
      opened = asked.number("version").flatMap(number -> version(number.intValue())).orElse(live);
      draft = drafts.isSent() ? drafts.sent() : drafts.of(opened.recipe());
    }
  }

  /** Null if there is no such placement. */
  private PlacementView find() {
    try {
      return placements.find(name);
    } catch (NotFoundException none) {
      return null;
    }
  }

  private Optional<RecipeVersionView> version(int number) {
    try {
      return Optional.of(placements.version(name, number));
    } catch (NotFoundException none) {
      return Optional.empty();
    }
  }

  /** Does what the pressed button says. */
  public String act() throws IOException {
    if (view == null) {
      NotFound.answer();
      return null;
    }
    return asked.act("do").map(this::act).orElse(null);
  }

  private String act(String act) {
    int colon = act.indexOf(':');
    int place =
        colon < 0 ? -1 : Integer.parseInt("0" + act.substring(colon + 1).replaceAll("\\D", ""));
    switch (colon < 0 ? act : act.substring(0, colon)) {
      case "up" -> move(place, place - 1);
      case "down" -> move(place, place + 1);
      case "remove" -> remove(place);
      case "add" -> add();
      case "save" -> {
        return save();
      }
      case "publish" -> {
        return publish();
      }
      case "undo" -> {
        return undo();
      }
      case "remove-placement" -> {
        return removePlacement();
      }
      case "estimate" -> {
        return estimate();
      }
      default -> {}
    }
    return null;
  }

  private void move(int from, int to) {
    List<RecipeDraft.RuleLine> lines = new ArrayList<>(draft.rules());
    if (from >= 0 && to >= 0 && from < lines.size() && to < lines.size()) {
      lines.add(to, lines.remove(from));
      change(lines);
    }
  }

  private void remove(int place) {
    List<RecipeDraft.RuleLine> lines = new ArrayList<>(draft.rules());
    if (place < lines.size()) {
      lines.remove(place);
      change(lines);
    }
  }

  private void add() {
    RuleKind.named(asked.text("add").orElse(""))
        .ifPresent(
            kind -> {
              List<RecipeDraft.RuleLine> lines = new ArrayList<>(draft.rules());
              lines.add(Drafts.fresh(kind));
              openedRule = lines.size() - 1;
              change(lines);
            });
  }

  private void change(List<RecipeDraft.RuleLine> lines) {
    draft = draft.withRules(lines);
    read = null;
  }

  private String save() {
    me.require(Right.EDIT_PLACEMENTS);
    return changed(
        recipe -> {
          int version = keep(recipe);
          say.ok("placement.saved", version);
          return here() + "&version=" + version;
        });
  }

  private String publish() {
    me.require(Right.EDIT_PLACEMENTS);
    return changed(
        recipe -> {
          if (recipe.equals(live.recipe())) {
            say.bad("placement.same");
            return null;
          }
          // A version that was opened and left as it is goes live itself.
          boolean asItIs = recipe.equals(opened.recipe());
          int version = asItIs ? opened.version() : keep(recipe);
          Long edition = asItIs ? edition() : placements.find(name).edition();
          placements.publish(name, version, note(), me.getName(), edition);
          say.ok("placement.published", version);
          return here();
        });
  }

  private String undo() {
    me.require(Right.EDIT_PLACEMENTS);
    try {
      PlacementView back = placements.undo(name, note(), me.getName(), edition());
      say.ok("placement.undone", back.liveVersion());
      return here();
    } catch (ConflictException conflict) {
      say.badText(sentences.say(conflict.getMessage()));
      return null;
    }
  }

  private String removePlacement() {
    me.require(Right.EDIT_PLACEMENTS);
    try {
      placements.remove(name, note(), me.getName(), edition());
      say.ok("placement.removed", words.of("placement", name));
      return "/placements?faces-redirect=true";
    } catch (ConflictException conflict) {
      say.badText(sentences.say(conflict.getMessage()));
      return null;
    }
  }

  /** Works out what the opened version would have brought, as a job. */
  private String estimate() {
    me.require(Right.EDIT_PLACEMENTS);
    EstimatedAct metric = estimatedAct();
    try {
      estimates.start(name, opened.version(), metric, null, me.getName());
      return here() + "&version=" + opened.version() + "&metric=" + metric.word();
    } catch (ConflictException conflict) {
      say.badText(sentences.say(conflict.getMessage()));
      return null;
    }
  }

  /** The act of which an estimate is wanted. */
  EstimatedAct estimatedAct() {
    String wanted = asked.text("metric").orElse("");
    return Arrays.stream(EstimatedAct.values())
        .filter(act -> act.word().equals(wanted))
        .findFirst()
        .orElse(EstimatedAct.CLICK);
  }

  /** What visitors get. */
  RecipeVersionView live() {
    return live;
  }

  private int keep(Recipe recipe) {
    return placements.save(name, recipe, note(), me.getName(), edition()).version();
  }

  /** What is done with the recipe of the draft. */
  @FunctionalInterface
  private interface Change {
    String of(Recipe recipe);
  }

  private String changed(Change change) {
    Optional<Recipe> recipe = getRecipe();
    if (recipe.isEmpty()) {
      say.bad("placement.invalid");
      return null;
    }
    try {
      return change.of(recipe.get());
    } catch (ConflictException conflict) {
      say.badText(sentences.say(conflict.getMessage()));
    } catch (InvalidInputException invalid) {
      invalid.errors().forEach(error -> say.badText(sentences.say(error.message())));
    }
    return null;
  }

  private String here() {
    return "/placement?name=" + name + "&faces-redirect=true";
  }

  private String note() {
    return asked.text("note").orElse("");
  }

  /** What the form was made from. */
  private Long edition() {
    return asked.number("edition").orElse(null);
  }

  private DraftRecipe read() {
    if (read == null) {
      read = new DraftRecipe(draft, reader.getZone());
    }
    return read;
  }

  /** The recipe of the draft; empty if something in it is wrong. */
  Optional<Recipe> getRecipe() {
    return view == null ? Optional.empty() : read().recipe();
  }

  /** Whether it cannot be used as it is. */
  public boolean isWrong() {
    return getRecipe().isEmpty();
  }

  /** What is wrong with a field of the recipe itself; empty where nothing is. */
  public String fault(String pointer) {
    String fault = read().faults().get(pointer);
    return fault == null ? "" : sentences.say(fault);
  }

  public String getName() {
    return name;
  }

  public PlacementView getView() {
    return view;
  }

  /** The version that the form began with. */
  public RecipeVersionView getOpened() {
    return opened;
  }

  public RecipeDraft getDraft() {
    return draft;
  }

  public List<RecipeForms.Source> getSources() {
    return forms.sources(draft, getRecipe(), read().faults());
  }

  public List<List<RuleForm.Choice>> getFallback() {
    return forms.fallback(draft);
  }

  public List<RuleForm.Choice> getMerges() {
    return forms.choices("merge", List.of("scores", "ranks"), draft.merge());
  }

  public List<RuleForm.Choice> getRanks() {
    return forms.choices("rank", List.of("blend", "purchase"), draft.rank());
  }

  public List<RuleForm.Choice> getVarieties() {
    String chosen = draft.variety().isEmpty() ? "shop" : draft.variety();
    return forms.choices("variety", List.of("shop", "off", "mmr", "dpp"), chosen);
  }

  public List<RuleForm> getRules() {
    return forms.rules(draft, read(), openedRule);
  }

  /** The kinds of rules that can be added. */
  public RuleKind[] getKinds() {
    return RuleKind.values();
  }

  /** What a publication of the draft would change for visitors; empty for nothing. */
  public List<RecipeDiff.Line> getChanges() {
    return getRecipe().map(recipe -> differences.lines(live.recipe(), recipe)).orElse(List.of());
  }

  /** Whether what stands in the form is not what visitors get. */
  public boolean isEdited() {
    return getRecipe().map(recipe -> !recipe.equals(live.recipe())).orElse(true);
  }

  /** The versions, newest first. */
  public List<VersionLine> getVersions() {
    List<RecipeVersionView> all = placements.versions(name);
    List<VersionLine> lines = new ArrayList<>();
    for (int i = 0; i < Math.min(SHOWN_VERSIONS, all.size()); i++) {
      lines.add(
          new VersionLine(
              all.get(i),
              i + 1 < all.size()
                  ? differences.lines(all.get(i + 1).recipe(), all.get(i).recipe())
                  : List.of()));
    }
    return lines;
  }
}
