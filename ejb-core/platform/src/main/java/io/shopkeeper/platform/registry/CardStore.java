package io.shopkeeper.platform.registry;

import io.shopkeeper.platform.entity.ModelCardEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The table of what people wrote on the cards of models. */
@Dependent
public class CardStore {

  @PersistenceContext(unitName = "platform")
  private EntityManager entities;

  protected CardStore() {}

  /** For tests that bring their own entity manager. */
  public CardStore(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<ModelCardEntry> find(String name) {
    return Optional.ofNullable(entities.find(ModelCardEntry.class, name));
  }

  public void add(ModelCardEntry card) {
    entities.persist(card);
  }
}
