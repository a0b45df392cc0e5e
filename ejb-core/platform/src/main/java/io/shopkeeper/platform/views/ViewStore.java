package io.shopkeeper.platform.views;

import io.shopkeeper.platform.entity.ListChoice;
import io.shopkeeper.platform.entity.SavedViewEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The tables of saved views and chosen columns. */
@Dependent
public class ViewStore {

  @PersistenceContext(unitName = "platform")
  private EntityManager entities;

  protected ViewStore() {}

  /** For tests that bring their own entity manager. */
  public ViewStore(EntityManager entities) {
    this.entities = entities;
  }

  /** A person's views of a list, by name. */
  public List<SavedViewEntry> views(String person, String list) {
    return entities
        .createQuery(
            "SELECT v FROM SavedViewEntry v WHERE v.person = :person AND v.list = :list"
                + " ORDER BY v.name",
            SavedViewEntry.class)
        .setParameter("person", person)
        .setParameter("list", list)
        .getResultList();
  }

  /** One of a person's own views. */
  public Optional<SavedViewEntry> view(String person, long id) {
    return Optional.ofNullable(entities.find(SavedViewEntry.class, id))
        .filter(view -> view.person().equals(person));
  }

  public void add(SavedViewEntry view) {
    entities.persist(view);
  }

  public void remove(SavedViewEntry view) {
    entities.remove(view);
  }

  /** A person's choice of columns. */
  public Optional<ListChoice> choice(String person, String list) {
    return Optional.ofNullable(entities.find(ListChoice.class, ListChoice.id(person, list)));
  }

  public void add(ListChoice choice) {
    entities.persist(choice);
  }
}
