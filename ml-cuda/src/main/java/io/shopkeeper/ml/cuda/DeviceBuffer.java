package io.shopkeeper.ml.cuda;

/** Memory on a device; only the device that gave it knows where. */
interface DeviceBuffer {

  /** Its size. */
  long bytes();
}
