package io.shopkeeper.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RightTest {

  @ParameterizedTest
  @EnumSource(Right.class)
  void anAdministratorHasEveryRightAndNobodyWithoutARoleAny(Right right) {
    assertThat(right.isOf(EnumSet.of(Role.ADMIN))).isTrue();
    assertThat(right.isOf(Set.of())).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Right.class)
  void aViewerOnlyLooks(Right right) {
    boolean harmless = right == Right.LOOK || right == Right.OWN_ACCOUNT;
    assertThat(right.isOf(EnumSet.of(Role.VIEWER))).isEqualTo(harmless);
  }

  @ParameterizedTest
  @EnumSource(Right.class)
  void severalRolesAddUp(Right right) {
    Set<Role> both = EnumSet.of(Role.AGENT, Role.DATA_ENGINEER);
    assertThat(right.isOf(both))
        .isEqualTo(
            right.isOf(EnumSet.of(Role.AGENT)) || right.isOf(EnumSet.of(Role.DATA_ENGINEER)));
  }
}
