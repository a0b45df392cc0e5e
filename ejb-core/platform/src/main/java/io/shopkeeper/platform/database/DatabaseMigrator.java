package io.shopkeeper.platform.database;

import io.shopkeeper.platform.backup.RequestedRestore;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date before anything reads it. EclipseLink connects lazily, so this bean
 * wins on a fresh database; every other start-up bean declares {@code @DependsOn} on it.
 */
@DataSourceDefinition(
    name = "java:app/jdbc/ShopDS",
    className = "io.shopkeeper.platform.database.EnvDataSource",
    minPoolSize = 1,
    maxPoolSize = 30,
    properties = {"profile=env"})
@Singleton(name = "DatabaseMigrator")
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseMigrator {

  private static final System.Logger LOG = System.getLogger(DatabaseMigrator.class.getName());

  @Resource(lookup = "java:app/jdbc/ShopDS")
  private DataSource dataSource;

  @PostConstruct
  void migrate() {
    ClassLoader migrations = DatabaseMigrator.class.getClassLoader();
    RequestedRestore.run(dataSource, migrations, DataDirectory.root().toAbsolutePath());
    var result =
        Flyway.configure(migrations)
            .dataSource(dataSource)
            .locations("classpath:db/migration")
            // Each module numbers its files in a range of its own, so a later file may have a lower
            // number than one that ran already.
            .outOfOrder(true)
            .load()
            .migrate();
    LOG.log(
        System.Logger.Level.INFO,
        "SHOP-0001 schema is at version {0} after {1} migrations",
        result.targetSchemaVersion == null
            ? result.initialSchemaVersion
            : result.targetSchemaVersion,
        result.migrationsExecuted);
  }
}
