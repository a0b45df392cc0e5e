#!/bin/sh
# Makes kernels.ptx of kernels.cu with the CUDA compiler, and has ptxas check it for the architectures
# that Shopkeeper names. The header is written down to PTX 7.8, so that drivers of CUDA 11.8 and newer
# accept it. Usage: ptx.sh [--check]: with --check nothing is written.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd -P)
target=$here/../resources/io/shopkeeper/ml/cuda/kernels.ptx
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
nvcc -ptx -arch=compute_75 -O3 -o "$work/raw.ptx" "$here/kernels.cu"
sed -e 's/^\.version .*/.version 7.8/' -e '/^\/\//d' "$work/raw.ptx" >"$work/kernels.ptx"
for architecture in sm_75 sm_80 sm_90; do
  ptxas -arch=$architecture -o "$work/$architecture.cubin" "$work/kernels.ptx"
  echo "$architecture: accepted"
done
if [ "${1:-}" = --check ]; then
  cmp -s "$work/kernels.ptx" "$target" || { echo "kernels.ptx is not what kernels.cu gives: run ptx.sh" >&2; exit 1; }
else
  cp "$work/kernels.ptx" "$target"
fi
