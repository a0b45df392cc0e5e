package io.shopkeeper.platform.registry;

import io.shopkeeper.platform.boundary.CardTexts;
import io.shopkeeper.platform.boundary.ModelDescription;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the modules said of their models when they started. Safe for use by several threads. */
@ApplicationScoped
public class ModelModules {

  private final Map<String, ModelDescription> known = new ConcurrentHashMap<>();

  public void describe(ModelDescription description) {
    known.put(description.name(), description);
  }

  private Optional<ModelDescription> find(String name) {
    return known.values().stream().filter(description -> description.tellsOf(name)).findFirst();
  }

  /** What the card of a model says until somebody writes better. */
  public CardTexts texts(String name) {
    return find(name).map(ModelDescription::texts).orElse(CardTexts.NONE);
  }

  /** Whether anybody here does such models. */
  public boolean knows(String name) {
    return find(name).isPresent();
  }

  /** Why this build cannot read an artefact; empty if it can, or nobody knows. */
  public Optional<String> unreadable(String name, byte[] artefact) {
    Optional<ModelDescription> description = find(name);
    if (description.isEmpty()) {
      return Optional.empty();
    }
    try {
      description.get().reader().read(artefact);
      return Optional.empty();
    } catch (IOException | IllegalArgumentException problem) {
      return Optional.of(String.valueOf(problem.getMessage()));
    }
  }
}
