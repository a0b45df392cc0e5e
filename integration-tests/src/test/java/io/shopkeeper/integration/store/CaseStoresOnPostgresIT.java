package io.shopkeeper.integration.store;

import io.shopkeeper.integration.server.Database;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;

class CaseStoresOnPostgresIT extends CaseStoreSuite {

  private Database server;

  @Override
  DataSource open() {
    server = Database.start();
    return server.dataSource();
  }

  @AfterAll
  void stop() {
    server.close();
  }
}
