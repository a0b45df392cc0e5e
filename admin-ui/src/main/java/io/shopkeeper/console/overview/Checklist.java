package io.shopkeeper.console.overview;

import io.shopkeeper.catalog.boundary.CatalogLists;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.platform.boundary.ApiKeys;
import io.shopkeeper.platform.boundary.KeyKind;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.People;
import io.shopkeeper.platform.boundary.list.ListQuery;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** The way from an empty shop to one that recommends; shown until it has been walked. */
@Named("checklist")
@RequestScoped
public class Checklist {

  private static final String DEMO_KEY = "Demo storefront";

  @Inject private Products products;
  @Inject private CatalogLists lists;
  @Inject private ModelRegistry registry;
  @Inject private ApiKeys keys;
  @Inject private People people;
  @Inject private Me me;

  private final List<Step> steps = new ArrayList<>();

  /**
   * Something to do first.
   *
   * @param key of its words
   * @param url where it is done
   */
  public record Step(String key, boolean done, String url) {}

  @PostConstruct
  void begin() {
    if (!me.may("IMPORT_DATA")) {
      return;
    }
    steps.add(new Step("checklist.products", products.count() > 0, "data"));
    steps.add(
        new Step("checklist.events", !lists.events(ListQuery.first(1)).rows().isEmpty(), "data"));
    steps.add(new Step("checklist.train", !registry.names().isEmpty(), "models"));
    if (me.may("MANAGE_KEYS")) {
      steps.add(new Step("checklist.key", ownPublicKey(), "keys"));
    }
    if (me.may("MANAGE_PEOPLE")) {
      steps.add(new Step("checklist.people", people.list().size() > 1, "people"));
    }
  }

  private boolean ownPublicKey() {
    return keys.list().stream()
        .anyMatch(
            key -> key.kind() == KeyKind.PUBLIC && !key.revoked() && !key.name().equals(DEMO_KEY));
  }

  public List<Step> getSteps() {
    return steps;
  }

  /** Whether there is anything left to do. */
  public boolean isOpen() {
    return steps.stream().anyMatch(step -> !step.done());
  }

  /** How many are done. */
  public long getDone() {
    return steps.stream().filter(Step::done).count();
  }
}
