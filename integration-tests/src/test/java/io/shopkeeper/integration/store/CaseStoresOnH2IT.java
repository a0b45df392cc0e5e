package io.shopkeeper.integration.store;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class CaseStoresOnH2IT extends CaseStoreSuite {

  @Override
  DataSource open() {
    var database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:cases;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
    database.setUser("sa");
    return database;
  }
}
