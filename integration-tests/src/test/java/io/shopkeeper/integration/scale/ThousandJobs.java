package io.shopkeeper.integration.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopServer;
import io.shopkeeper.integration.server.TinyShop;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand trainings in one server. The heap is taken whole at the start, so what the process
 * grows by is memory outside of it. Prints what it has after each hundred, and fails where the last
 * nine hundred added more than {@value #MOST_KIB} KiB.
 */
class ThousandJobs {

  private static final int JOBS = 1000;
  private static final int STEP = 100;
  private static final long MOST_KIB = 64 * 1024;

  @TempDir private Path folder;

  @Test
  void leaveNoNativeMemoryBehind() {
    try (ShopServer shop =
        ShopServer.startAtFullSpeed(
            folder,
            Map.of(
                "JBOSS_JAVA_SIZING",
                "-Xms768m -XX:+AlwaysPreTouch -XX:MetaspaceSize=96M -XX:MaxMetaspaceSize=256m"))) {
      Assumptions.assumeTrue(shop.memory().isPresent(), "this system does not tell memory");
      ShopApi api = shop.api();
      TinyShop.fill(api);
      OptionalLong first = OptionalLong.empty();
      for (int job = 1; job <= JOBS; job++) {
        TinyShop.train(api, job % 2 == 0 ? "popularity" : "item-neighbours-cosine");
        if (job % STEP == 0) {
          System.err.println(
              String.format(
                  Locale.ROOT, "after %4d jobs: %,d KiB", job, shop.memory().orElseThrow()));
          first = first.isPresent() ? first : shop.memory();
        }
      }
      long grown = shop.memory().orElseThrow() - first.orElseThrow();
      assertThat(grown).as("KiB in the last %d jobs", JOBS - STEP).isLessThan(MOST_KIB);
    }
  }
}
