package io.shopkeeper.integration.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A migrated database with a module's persistence unit over it, without a server. */
public final class Schema implements AutoCloseable {

  private final EntityManagerFactory factory;

  private Schema(EntityManagerFactory factory) {
    this.factory = factory;
  }

  /** Migrates; answers how many migrations ran. */
  static int migrate(DataSource database) {
    return Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration")
        .outOfOrder(true)
        .load()
        .migrate()
        .migrationsExecuted;
  }

  /** Migrates and opens. */
  public static Schema of(DataSource database, String unit) {
    migrate(database);
    return new Schema(
        Persistence.createEntityManagerFactory(
            unit,
            Map.of(
                "jakarta.persistence.transactionType",
                "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource",
                "",
                "jakarta.persistence.nonJtaDataSource",
                database)));
  }

  /** Does something in a transaction. */
  public void write(Consumer<EntityManager> work) {
    read(
        entities -> {
          work.accept(entities);
          return true;
        });
  }

  /** Asks something in a transaction. */
  public <T> T read(Function<EntityManager, T> question) {
    try (EntityManager entities = factory.createEntityManager()) {
      entities.getTransaction().begin();
      try {
        T answer = question.apply(entities);
        entities.getTransaction().commit();
        return answer;
      } finally {
        if (entities.getTransaction().isActive()) {
          entities.getTransaction().rollback();
        }
      }
    }
  }

  @Override
  public void close() {
    factory.close();
  }
}
