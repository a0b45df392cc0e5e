package io.shopkeeper.integration.store;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class QualityStoresOnH2IT extends QualityStoreSuite {

  @Override
  DataSource open() {
    var database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:mem:quality-stores;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
    database.setUser("sa");
    return database;
  }
}
