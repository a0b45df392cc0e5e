package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.FloatBlock;

/** A device that fails at one of its calls. */
final class FaultyDevice implements Device {

  private final Device device;
  private final int failingCall;
  private final boolean forGood;
  private int calls;

  /**
   * @param failingCall the number of the call that fails, from 1
   * @param forGood whether the device is lost; else it lacks memory, once
   */
  FaultyDevice(Device device, int failingCall, boolean forGood) {
    this.device = device;
    this.failingCall = failingCall;
    this.forGood = forGood;
  }

  int calls() {
    return calls;
  }

  private void count() {
    calls++;
    if (forGood && calls >= failingCall) {
      throw new DeviceException.Lost("injected: CUDA_ERROR_ILLEGAL_ADDRESS");
    }
    if (!forGood && calls == failingCall) {
      throw new DeviceException.OutOfMemory("injected: CUDA_ERROR_OUT_OF_MEMORY");
    }
  }

  @Override
  public String description() {
    return device.description();
  }

  @Override
  public long memory() {
    return device.memory();
  }

  @Override
  public DeviceBuffer allocate(long bytes) {
    count();
    return device.allocate(bytes);
  }

  @Override
  public void free(DeviceBuffer buffer) {
    device.free(buffer);
  }

  @Override
  public void copyIn(DeviceBuffer to, FloatBlock from, int rows, int columns) {
    count();
    device.copyIn(to, from, rows, columns);
  }

  @Override
  public void copyIn(DeviceBuffer to, int[] from, int offset, int count) {
    count();
    device.copyIn(to, from, offset, count);
  }

  @Override
  public void copyOut(DeviceBuffer from, FloatBlock to, int rows, int columns) {
    count();
    device.copyOut(from, to, rows, columns);
  }

  @Override
  public void copyOut(DeviceBuffer from, int[] to, int offset, int count) {
    count();
    device.copyOut(from, to, offset, count);
  }

  @Override
  public void launch(DeviceKernel kernel, int gridX, int gridY, Object... arguments) {
    count();
    device.launch(kernel, gridX, gridY, arguments);
  }

  @Override
  public void close() {
    device.close();
  }
}
