package io.shopkeeper.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobOfferTest {

  private final JobOffer offer =
      new JobOffer("train", "Training", List.of(new JobParameter("algorithm", List.of("a", "b"))));

  @Test
  void whatNobodyChoseIsTheUsual() {
    assertThat(offer.complete(Map.of())).containsExactly(Map.entry("algorithm", "a"));
    assertThat(offer.complete(Map.of("algorithm", "b"))).containsEntry("algorithm", "b");
    assertThat(offer.title(Map.of("algorithm", "b"))).isEqualTo("Training: b");
  }

  @Test
  void whatIsNotOfferedIsRefused() {
    assertThatThrownBy(() -> offer.complete(Map.of("algorithm", "c")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("/parameters/algorithm: must be one of a, b");
    assertThatThrownBy(() -> offer.complete(Map.of("speed", "c")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("/parameters/speed");
  }
}
