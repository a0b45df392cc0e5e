package io.shopkeeper.prediction.dataset;

import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.prediction.entity.DataSet;
import io.shopkeeper.prediction.entity.DataSetPiece;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of data sets. */
@Dependent
public class DataSetStore {

  /** SQLSTATE of a value that must be unique and is there already; the same in both databases. */
  private static final String DUPLICATE = "23505";

  @PersistenceContext(unitName = "prediction")
  private EntityManager entities;

  protected DataSetStore() {}

  /** With a given entity manager, outside a server. */
  public DataSetStore(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Keeps one with its compressed file.
   *
   * @throws ConflictException if another transaction took the name since it was looked for
   */
  public void add(DataSet set, byte[] packed) {
    try {
      entities.persist(set);
      entities.flush();
    } catch (PersistenceException refused) {
      throw isDuplicate(refused) ? taken(set.name()) : refused;
    }
    for (int from = 0, piece = 0; from < packed.length; from += DataSetPiece.SIZE, piece++) {
      int to = Math.min(packed.length, from + DataSetPiece.SIZE);
      entities.persist(new DataSetPiece(set.id(), piece, Arrays.copyOfRange(packed, from, to)));
    }
    entities.flush();
  }

  /** That there is one of that name. */
  public static ConflictException taken(String name) {
    return new ConflictException("There is a data set %s already.".formatted(name));
  }

  private static boolean isDuplicate(Throwable refused) {
    return Stream.iterate(refused, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause -> cause instanceof SQLException sql && DUPLICATE.equals(sql.getSQLState()));
  }

  public Optional<DataSet> find(String name) {
    return entities
        .createQuery("SELECT d FROM DataSet d WHERE d.name = :name", DataSet.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  /** All names, in order. */
  public List<String> names() {
    return entities
        .createQuery("SELECT d.name FROM DataSet d ORDER BY d.name", String.class)
        .getResultList();
  }

  /** By name. */
  public List<DataSet> all() {
    return entities
        .createQuery("SELECT d FROM DataSet d ORDER BY d.name", DataSet.class)
        .getResultList();
  }

  /** Those that were made of the shop, by name. */
  public List<DataSet> ofShop() {
    return entities
        .createQuery(
            "SELECT d FROM DataSet d WHERE d.origin IS NOT NULL ORDER BY d.name", DataSet.class)
        .getResultList();
  }

  /** The compressed file. */
  public byte[] file(DataSet set) {
    var bytes = new ByteArrayOutputStream();
    entities
        .createQuery(
            "SELECT p FROM DataSetPiece p WHERE p.dataSetId = :id ORDER BY p.piece",
            DataSetPiece.class)
        .setParameter("id", set.id())
        .getResultStream()
        .forEach(piece -> bytes.writeBytes(piece.content()));
    return bytes.toByteArray();
  }

  public void remove(DataSet set) {
    entities
        .createQuery("DELETE FROM DataSetPiece p WHERE p.dataSetId = :id")
        .setParameter("id", set.id())
        .executeUpdate();
    entities.remove(set);
  }
}
