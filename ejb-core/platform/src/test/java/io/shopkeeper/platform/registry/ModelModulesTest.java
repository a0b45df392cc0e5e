package io.shopkeeper.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.platform.boundary.CardTexts;
import io.shopkeeper.platform.boundary.ModelDescription;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ModelModulesTest {

  @Test
  void aModuleTellsOfOneModelOrOfAllThatBeginAlike() {
    var modules = new ModelModules();
    modules.describe(new ModelDescription("recommendation", CardTexts.NONE, artefact -> {}));
    modules.describe(
        new ModelDescription(
            "prediction-*",
            CardTexts.NONE,
            artefact -> {
              throw new IOException("later form");
            }));
    assertThat(modules.knows("recommendation")).isTrue();
    assertThat(modules.knows("recommendation-2")).isFalse();
    assertThat(modules.knows("prediction-visits")).isTrue();
    assertThat(modules.knows("prediction")).isFalse();
    assertThat(modules.unreadable("prediction-visits", new byte[1])).contains("later form");
    assertThat(modules.unreadable("recommendation", new byte[1])).isEmpty();
    assertThat(modules.unreadable("unknown", new byte[1])).isEmpty();
  }
}
