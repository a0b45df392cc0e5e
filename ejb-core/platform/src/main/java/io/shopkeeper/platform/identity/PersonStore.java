package io.shopkeeper.platform.identity;

import io.shopkeeper.platform.entity.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The table of people. */
@Dependent
public class PersonStore {

  @PersistenceContext(unitName = "platform")
  private EntityManager entities;

  protected PersonStore() {}

  /** For tests that bring their own entity manager. */
  public PersonStore(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<Person> find(String username) {
    return Optional.ofNullable(entities.find(Person.class, username));
  }

  public void add(Person person) {
    entities.persist(person);
  }

  public List<Person> all() {
    return entities
        .createQuery("SELECT p FROM Person p ORDER BY p.username", Person.class)
        .getResultList();
  }

  public boolean isEmpty() {
    return entities
        .createQuery("SELECT p.username FROM Person p", String.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
