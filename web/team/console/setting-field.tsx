import { Fragment, useId } from 'react';
import type { SettingValue } from '../../../lib/core/records/records';
import { useTexts } from '../../shared/use-texts';
import { consoleTexts } from '../../texts/console';
import type { ResourceView, SettingView } from './draft';
import { useValueWords } from './use-value-words';

interface SettingFieldProps {
  readonly setting: SettingView;
  /** As it is meant to be. */
  readonly value: SettingValue | null;
  /** Those that a reference may mean are among them. */
  readonly resources: readonly ResourceView[];
  readonly locked: boolean;
  readonly set: (value: SettingValue | null) => void;
}

/** One setting with its name as CloudFormation has it, and what AWS takes where nothing is said. */
export function SettingField(props: SettingFieldProps) {
  const { setting, value } = props;
  const texts = useTexts(consoleTexts);
  const words = useValueWords();
  const id = useId();
  const name = <SettingName path={setting.path} />;
  const changed = JSON.stringify(value) !== JSON.stringify(setting.value);
  const notes = [
    setting.bounds === null ? undefined : texts.bounds(setting.bounds.least, setting.bounds.most),
    setting.otherwise === null ? undefined : texts.otherwise(setting.otherwise),
    changed ? texts.was(words(setting.value)) : undefined,
  ].filter((note) => note !== undefined);
  const note = notes.length === 0 ? null : <small id={`${id}-note`}>{notes.join(' · ')}</small>;
  if (setting.kind === 'fixed') {
    return (
      <div className="console-setting">
        <span>{name}</span>
        <code>{words(value)}</code>
      </div>
    );
  }
  if (setting.kind === 'references') {
    return (
      <fieldset className={`console-setting ${changed ? 'console-changed' : ''}`} disabled={props.locked}>
        <legend>{name}</legend>
        <Members {...props} />
        {note}
      </fieldset>
    );
  }
  return (
    <div className={`console-setting ${changed ? 'console-changed' : ''}`}>
      <label htmlFor={id}>{name}</label>
      <Input {...props} id={id} noteId={note === null ? undefined : `${id}-note`} />
      {note}
    </div>
  );
}

/** Long names break between their parts only. */
function SettingName({ path }: Pick<SettingView, 'path'>) {
  return path.map((step, place) => (
    <Fragment key={place}>
      {place === 0 ? null : '.'}
      <wbr />
      {step}
    </Fragment>
  ));
}

interface InputProps extends SettingFieldProps {
  readonly id: string;
  readonly noteId: string | undefined;
}

function Input({ setting, value, resources, locked, set, id, noteId }: InputProps) {
  const texts = useTexts(consoleTexts);
  const base = { id, disabled: locked, 'aria-describedby': noteId };
  const choices = choicesOf(setting, resources);
  if (choices !== undefined) {
    return (
      <select
        {...base}
        value={value === null ? '' : String(value)}
        onChange={({ target }) => set(chosen(setting, target.value))}
      >
        <option value="">{texts.notSet}</option>
        {choices.map(({ value: each, label }) => (
          <option key={each} value={each}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  if (setting.kind === 'texts') {
    return (
      <textarea
        {...base}
        rows={3}
        value={Array.isArray(value) ? value.join('\n') : ''}
        onChange={({ target }) => set(target.value === '' ? null : target.value.split('\n'))}
      />
    );
  }
  const number = setting.kind === 'number';
  return (
    <input
      {...base}
      type={number ? 'number' : 'text'}
      step="any"
      placeholder={texts.notSet}
      value={value === null ? '' : String(value)}
      onChange={({ target }) => set(target.value === '' ? null : number ? target.valueAsNumber : target.value)}
    />
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

function choicesOf(setting: SettingView, resources: readonly ResourceView[]): readonly Choice[] | undefined {
  if (setting.kind === 'flag') return ['true', 'false'].map((each) => ({ value: each, label: each }));
  if (setting.kind === 'reference') return candidates(setting, resources).map(({ id }) => ({ value: id, label: id }));
  return setting.of?.map((each) => ({ value: each, label: each }));
}

const candidates = ({ to }: SettingView, resources: readonly ResourceView[]): readonly ResourceView[] =>
  resources.filter(({ type }) => to?.includes(type));

const chosen = ({ kind }: SettingView, text: string): SettingValue | null =>
  text === '' ? null : kind === 'flag' ? text === 'true' : text;

/** Any number of resources, each to be ticked. */
function Members({ setting, value, resources, set }: SettingFieldProps) {
  const texts = useTexts(consoleTexts);
  const members = Array.isArray(value) ? value : [];
  return candidates(setting, resources).map(({ id, zone }) => (
    <label key={id} className="console-member">
      <input
        type="checkbox"
        checked={members.includes(id)}
        onChange={({ target }) => {
          const others = members.filter((each) => each !== id);
          // In the order in which they are offered: ticked, unticked and ticked again is no change.
          const next = target.checked ? [...others, id] : others;
          set(candidates(setting, resources).flatMap((each) => (next.includes(each.id) ? [each.id] : [])));
        }}
      />
      <span>
        <code>{id}</code> {zone === null ? null : <span className="quiet">{texts.zone(zone)}</span>}
      </span>
    </label>
  ));
}
