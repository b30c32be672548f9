import { callApi } from '../shared/api';
import { ConfirmDialog } from '../shared/confirm-dialog';
import { TextField } from '../shared/text-field';
import { useTexts } from '../shared/use-texts';
import { useWords } from '../shared/use-words';
import { durationWords } from '../shared/words';
import { teamTexts } from '../texts/team';
import type { PanelProps } from './panel-props';
import { teamPath } from './team-path';

/** Asks what customers notice, and says before what it may cost. */
export function DeclareDialog({ view, refresh, onClose }: PanelProps & { readonly onClose: () => void }) {
  const texts = useTexts(teamTexts);
  const words = useWords();
  const { detect } = view.rules;
  return (
    <ConfirmDialog
      title={texts.declare}
      confirm={texts.declare}
      danger
      onClose={onClose}
      onConfirm={async (fields) => {
        await callApi('POST', teamPath(view.id, 'incident'), { text: fields.get('text') });
        refresh();
      }}
    >
      <TextField name="text" label={texts.declareWhat} />
      <p>⚠ {texts.declareCost(words.points(view.falseAlarmPoints))}</p>
      <p>{texts.declareRefund(words.percent(detect.refund), durationWords(detect.withinSeconds))}</p>
    </ConfirmDialog>
  );
}
