package io.shopkeeper.recommendation.placement;

import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.recommendation.entity.PlacementEntry;
import io.shopkeeper.recommendation.entity.PublicationEntry;
import io.shopkeeper.recommendation.entity.RecipeEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of placements, their recipes and what was published. */
@Dependent
public class PlacementStore {

  /** SQLSTATE of a value that must be unique and is there already; the same in both databases. */
  private static final String DUPLICATE = "23505";

  @PersistenceContext(unitName = "recommendation")
  private EntityManager entities;

  protected PlacementStore() {}

  /** With a given entity manager, outside a server. */
  public PlacementStore(EntityManager entities) {
    this.entities = entities;
  }

  /** Those that somebody has touched and nobody has removed, by name. */
  public List<PlacementEntry> all() {
    return entities
        .createQuery(
            "SELECT p FROM PlacementEntry p WHERE p.removed = 'N' ORDER BY p.name",
            PlacementEntry.class)
        .getResultList();
  }

  /** One that somebody has touched and nobody has removed. */
  public Optional<PlacementEntry> find(String name) {
    return Optional.ofNullable(entities.find(PlacementEntry.class, name))
        .filter(placement -> !placement.isRemoved());
  }

  /**
   * One to be changed: nobody else changes anything of it before this transaction ends. It is made
   * where nobody has touched it yet; one that was removed is found, too.
   *
   * @throws ConflictException if another transaction is making it, too
   */
  public PlacementEntry lock(String name) {
    PlacementEntry found =
        entities.find(PlacementEntry.class, name, LockModeType.PESSIMISTIC_WRITE);
    if (found != null) {
      return found;
    }
    var made = new PlacementEntry(name);
    try {
      entities.persist(made);
      entities.flush();
      return made;
    } catch (PersistenceException refused) {
      throw isDuplicate(refused)
          ? new ConflictException(
              "Somebody is changing the placement %s just now. Read it again and decide anew."
                  .formatted(name))
          : refused;
    }
  }

  private static boolean isDuplicate(Throwable refused) {
    return Stream.iterate(refused, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause -> cause instanceof SQLException sql && DUPLICATE.equals(sql.getSQLState()));
  }

  /** Keeps a recipe. */
  public void add(RecipeEntry recipe) {
    entities.persist(recipe);
  }

  /** Keeps a publication. */
  public void add(PublicationEntry publication) {
    entities.persist(publication);
  }

  /** Writes what is not written yet, so that the edition is known. */
  public void flush() {
    entities.flush();
  }

  /** One recipe. */
  public Optional<RecipeEntry> recipe(String placement, int version) {
    return entities
        .createQuery(
            "SELECT r FROM RecipeEntry r WHERE r.placement = :placement AND r.version = :version",
            RecipeEntry.class)
        .setParameter("placement", placement)
        .setParameter("version", version)
        .getResultStream()
        .findFirst();
  }

  /** Recipes of a placement, newest first. */
  public List<RecipeEntry> recipes(String placement, int most) {
    return entities
        .createQuery(
            "SELECT r FROM RecipeEntry r WHERE r.placement = :placement ORDER BY r.version DESC",
            RecipeEntry.class)
        .setParameter("placement", placement)
        .setMaxResults(most)
        .getResultList();
  }

  /** One publication; empty for number 0, which stands for the beginning. */
  public Optional<PublicationEntry> publication(String placement, int number) {
    return entities
        .createQuery(
            "SELECT p FROM PublicationEntry p WHERE p.placement = :placement AND p.number = :number",
            PublicationEntry.class)
        .setParameter("placement", placement)
        .setParameter("number", number)
        .getResultStream()
        .findFirst();
  }

  /** Publications of a placement, newest first. */
  public List<PublicationEntry> publications(String placement, int most) {
    return entities
        .createQuery(
            "SELECT p FROM PublicationEntry p WHERE p.placement = :placement"
                + " ORDER BY p.number DESC",
            PublicationEntry.class)
        .setParameter("placement", placement)
        .setMaxResults(most)
        .getResultList();
  }
}
