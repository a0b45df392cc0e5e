package io.shopkeeper.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class TransienceTest {

  @Test
  void aDatabaseThatWasAwayIsWorthAnotherTry() {
    assertThat(Transience.of(new SQLTransientConnectionException("away"))).isTrue();
    assertThat(Transience.of(wrapped(new SQLException("closed", "08006")))).isTrue();
    assertThat(Transience.of(wrapped(new SQLException("deadlock", "40P01")))).isTrue();
  }

  @Test
  void aMistakeIsNot() {
    assertThat(Transience.of(new IllegalStateException("bug"))).isFalse();
    assertThat(Transience.of(wrapped(new SQLException("no such column", "42703")))).isFalse();
    assertThat(Transience.of(wrapped(new SQLException("unknown")))).isFalse();
  }

  private static Throwable wrapped(SQLException cause) {
    return new EJBException(new IllegalStateException(cause));
  }
}
