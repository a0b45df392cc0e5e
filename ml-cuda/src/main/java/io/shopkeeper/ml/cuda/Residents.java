package io.shopkeeper.ml.cuda;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Buffers that stay on the device for a holder between pieces of work, the one longest unused
 * first. A holder that nobody can reach any more loses its own. For one thread at a time.
 */
final class Residents {

  private final LinkedHashMap<Key, DeviceBuffer> buffers = new LinkedHashMap<>();
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

  /** A holder, by identity. */
  private static final class Key extends WeakReference<Object> {

    private final int hash;

    Key(Object holder, ReferenceQueue<Object> gone) {
      super(holder, gone);
      this.hash = System.identityHashCode(holder);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      Object holder = get();
      return holder != null && other instanceof Key key && key.refersTo(holder);
    }
  }

  /** Keeps a buffer for a holder; it is the last to go. */
  void put(Object holder, DeviceBuffer buffer) {
    buffers.put(new Key(holder, gone), buffer);
  }

  /** Takes a holder's buffer out. */
  Optional<DeviceBuffer> take(Object holder) {
    return Optional.ofNullable(buffers.remove(new Key(holder, null)));
  }

  /** Takes the one out that was not used for the longest time. */
  Optional<DeviceBuffer> eldest() {
    return Optional.ofNullable(buffers.pollFirstEntry()).map(entry -> entry.getValue());
  }

  /** Takes those out whose holders are gone. */
  List<DeviceBuffer> abandoned() {
    var left = new ArrayList<DeviceBuffer>();
    for (Reference<?> key = gone.poll(); key != null; key = gone.poll()) {
      DeviceBuffer buffer = buffers.remove(key);
      if (buffer != null) {
        left.add(buffer);
      }
    }
    return left;
  }
}
