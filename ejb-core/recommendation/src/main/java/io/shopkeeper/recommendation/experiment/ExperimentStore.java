package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.recommendation.entity.ExperimentEntry;
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

/** The table of experiments. */
@Dependent
public class ExperimentStore {

  /** SQLSTATE of a value that must be unique and is there already; the same in both databases. */
  private static final String DUPLICATE = "23505";

  @PersistenceContext(unitName = "recommendation")
  private EntityManager entities;

  /** All, the newest draft first. */
  public List<ExperimentEntry> all() {
    return entities
        .createQuery(
            "SELECT e FROM ExperimentEntry e ORDER BY e.draftedAt DESC, e.name",
            ExperimentEntry.class)
        .getResultList();
  }

  /** Those in which visitors take part. */
  public List<ExperimentEntry> running() {
    return entities
        .createQuery(
            "SELECT e FROM ExperimentEntry e WHERE e.runningPlacement IS NOT NULL",
            ExperimentEntry.class)
        .getResultList();
  }

  /** One. */
  public Optional<ExperimentEntry> find(String name) {
    return Optional.ofNullable(entities.find(ExperimentEntry.class, name));
  }

  /** One to be changed: nobody else changes it before this transaction ends. */
  public Optional<ExperimentEntry> lock(String name) {
    return Optional.ofNullable(
        entities.find(ExperimentEntry.class, name, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Keeps a new one. */
  public void add(ExperimentEntry experiment) {
    entities.persist(experiment);
  }

  /**
   * Writes what is not written yet.
   *
   * @param conflict what to say if somebody else was faster
   */
  public void flush(String conflict) {
    try {
      entities.flush();
    } catch (PersistenceException refused) {
      throw isDuplicate(refused) ? new ConflictException(conflict) : refused;
    }
  }

  private static boolean isDuplicate(Throwable refused) {
    return Stream.iterate(refused, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause -> cause instanceof SQLException sql && DUPLICATE.equals(sql.getSQLState()));
  }
}
