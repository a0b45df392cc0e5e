package io.shopkeeper.integration.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves browser tests out, with a word on how to get them, where there is no browser. */
final class BrowserPresent implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (program("chromium").isPresent() && program("chromedriver").isPresent()) {
      return ConditionEvaluationResult.enabled("chromium and chromedriver are there");
    }
    return ConditionEvaluationResult.disabled(
        "no chromium and chromedriver on the PATH (Debian: apt-get install chromium"
            + " chromium-driver fonts-noto-cjk)");
  }

  /** Where a program is, if it is on the path. */
  static Optional<Path> program(String name) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
