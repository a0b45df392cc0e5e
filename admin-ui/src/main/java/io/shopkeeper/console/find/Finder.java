package io.shopkeeper.console.find;

import io.shopkeeper.platform.boundary.Right;
import java.util.List;

/** Finds things of one kind by a word. */
public interface Finder {

  /** The kind; its heading is {@code find.<group>}. */
  String group();

  /** Where the group stands; the lowest first. */
  default int rank() {
    return 50;
  }

  /** The right that one needs to see such things. */
  default Right right() {
    return Right.LOOK;
  }

  /** The best hits. */
  List<Hit> find(String text, int limit);

  /**
   * Something that was found.
   *
   * @param detail a second line; may be empty
   * @param url below the console
   */
  record Hit(String text, String detail, String url) {}
}
