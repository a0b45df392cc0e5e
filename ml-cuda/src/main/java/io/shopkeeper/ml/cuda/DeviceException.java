package io.shopkeeper.ml.cuda;

/** A device did not do what it was asked; the same work can be done on the CPU. */
class DeviceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DeviceException(String message) {
    super(message);
  }

  /** There is not enough memory on the device for this piece of work. */
  static final class OutOfMemory extends DeviceException {

    private static final long serialVersionUID = 1L;

    OutOfMemory(String message) {
      super(message);
    }
  }

  /** The device, its driver or its context is gone, and will not come back to this process. */
  static final class Lost extends DeviceException {

    private static final long serialVersionUID = 1L;

    Lost(String message) {
      super(message);
    }
  }
}
