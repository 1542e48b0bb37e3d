package org.sweetie.engine.evidence;

class MemoryLogTest extends EvidenceLogContract {
  @Override
  protected EvidenceLog log() {
    return new MemoryLog();
  }
}
