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

  /** What the card of a model says until somebody writes better. */
  public CardTexts texts(String name) {
    return Optional.ofNullable(known.get(name)).map(ModelDescription::texts).orElse(CardTexts.NONE);
  }

  /** Whether anybody here does such models. */
  public boolean knows(String name) {
    return known.containsKey(name);
  }

  /** Why this build cannot read an artefact; empty if it can, or nobody knows. */
  public Optional<String> unreadable(String name, byte[] artefact) {
    ModelDescription description = known.get(name);
    if (description == null) {
      return Optional.empty();
    }
    try {
      description.reader().read(artefact);
      return Optional.empty();
    } catch (IOException | IllegalArgumentException problem) {
      return Optional.of(String.valueOf(problem.getMessage()));
    }
  }
}
