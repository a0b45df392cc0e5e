package io.shopkeeper.integration.access;

import io.shopkeeper.platform.boundary.Right;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every page and download of the console with the right that opens it, as the console says. */
final class ConsolePages {

  private ConsolePages() {}

  /**
   * A page.
   *
   * @param address behind {@code /console/}
   * @param right empty where everybody may come
   */
  record ConsolePage(String address, Optional<Right> right) {}

  static List<ConsolePage> all() {
    Class<?> type = Classes.load("io.shopkeeper.console.access.Page");
    return Stream.of(type.getEnumConstants()).map(ConsolePages::page).toList();
  }

  private static ConsolePage page(Object constant) {
    try {
      Class<?> type = constant.getClass();
      return new ConsolePage(
          (String) type.getMethod("address").invoke(constant),
          ((Optional<?>) type.getMethod("right").invoke(constant)).map(Right.class::cast));
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException(changed);
    }
  }
}
