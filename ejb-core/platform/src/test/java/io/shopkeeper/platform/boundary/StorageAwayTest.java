package io.shopkeeper.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StorageAwayTest {

  private static boolean says(SQLException problem) {
    return StorageAway.isSaidBy(new EJBException(new PersistenceException(problem)));
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsAway() {
    assertThat(says(new SQLException("connection refused", "08001"))).isTrue();
    assertThat(says(new SQLException("terminating connection", "57P01"))).isTrue();
    assertThat(says(new SQLException("no connection in the pool"))).isTrue();
    assertThat(says(new SQLException("lock timeout", "HYT00"))).isTrue();
  }

  @Test
  void oneThatRefusesIsNot() {
    assertThat(says(new SQLException("there already", "23505"))).isFalse();
    assertThat(says(new SQLException("too long", "22001"))).isFalse();
    assertThat(StorageAway.isSaidBy(new EJBException(new IllegalStateException("else")))).isFalse();
    var refusedAndRolledBack = new EJBException(new SQLException("there already", "23505"));
    refusedAndRolledBack.addSuppressed(new SQLException("rollback failed", "08006"));
    assertThat(StorageAway.isSaidBy(refusedAndRolledBack)).isFalse();
  }
}
