package io.shopkeeper.console.placement;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.recommendation.boundary.PlacementView;
import io.shopkeeper.recommendation.boundary.Placements;
import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import io.shopkeeper.recommendation.boundary.recipe.StandardRecipes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;

/** All placements with what is live in each. */
@Named("placements")
@RequestScoped
public class PlacementsPage {

  @Inject private Placements placements;
  @Inject private Words words;
  @Inject private Faults sentences;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  private List<Row> rows;

  /**
   * A placement.
   *
   * @param sources what its live recipe takes from, in words
   * @param rules how many its live recipe has
   */
  public record Row(PlacementView view, String sources, int rules) {

    /** Whether a newer version is saved than the one that is live. */
    public boolean waiting() {
      return view.newestVersion() > view.liveVersion();
    }
  }

  /**
   * Makes a placement of the shop's own; it shows what home came with until somebody changes it.
   */
  public String make() {
    me.require(Right.EDIT_PLACEMENTS);
    String name = asked.text("name").map(String::strip).orElse("");
    if (placements.all().stream().anyMatch(each -> each.name().equals(name))) {
      say.bad("placements.exists", words.of("placement", name));
      return null;
    }
    try {
      placements.save(name, StandardRecipes.of(name), "", me.getName(), null);
      return "/placement?name=" + name + "&faces-redirect=true";
    } catch (InvalidInputException invalid) {
      invalid.errors().forEach(error -> say.badText(sentences.say(error.message())));
    } catch (ConflictException conflict) {
      say.badText(sentences.say(conflict.getMessage()));
    }
    return null;
  }

  public List<Row> getRows() {
    if (rows == null) {
      rows = placements.all().stream().map(this::row).toList();
    }
    return rows;
  }

  private Row row(PlacementView view) {
    Recipe recipe = placements.version(view.name(), view.liveVersion()).recipe();
    String sources =
        recipe.sources().stream()
            .map(share -> words.of("sourceKind", share.source().word()))
            .collect(Collectors.joining(" · "));
    return new Row(view, sources, recipe.rules().size());
  }
}
