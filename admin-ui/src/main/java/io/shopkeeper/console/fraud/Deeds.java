package io.shopkeeper.console.fraud;

import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** Does what a button of a page asks for, and tells what came of it. */
@Dependent
public class Deeds {

  @Inject private Say say;
  @Inject private Faults sentences;

  /**
   * Does it.
   *
   * @param done key of the sentence when it is done
   * @param to where to go then
   * @param tell says what is wrong with what was typed
   * @return {@code to}; null, to stay, where it could not be done
   */
  String then(Runnable act, String done, String to, Consumer<InvalidInputException> tell) {
    try {
      act.run();
      say.ok(done);
      return to;
    } catch (InvalidInputException wrong) {
      tell.accept(wrong);
    } catch (ConflictException | NotFoundException not) {
      say.badText(sentences.say(not.getMessage()));
    }
    return null;
  }
}
