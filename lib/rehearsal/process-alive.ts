/** Whether a process of this id runs, whoever it belongs to. */
export function isProcessAlive(pid: number): boolean {
  try {
    // Signal 0 is not sent, only tried.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
