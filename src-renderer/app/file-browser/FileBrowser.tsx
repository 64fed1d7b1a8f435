import { ActionIcon, Button, Group, Menu, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowUp, IconFolderOpen, IconHistory, IconHome } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useEngine } from '../engine.ts';
import { FileList } from './FileList.tsx';
import { canChoose, offered, pathIn } from './offer.ts';
import type { Entry, Offer } from './offer.ts';
import { recentFolders, rememberFolder } from './recent-folders.ts';

export type FileBrowserOptions =
  | { choose: 'folders' | 'images' | 'project' }
  | { choose: 'file' | 'files'; extensions: readonly string[] }
  | { choose: 'save'; suggestedName: string; extension: string; mayReplace: boolean };

type FileBrowserProps = FileBrowserOptions & {
  onChoose: (paths: string[]) => void;
  onCancel: () => void;
};

/** Chooses files and folders of the engine's machine. */
export function FileBrowser(props: FileBrowserProps) {
  const { choose, onChoose, onCancel } = props;
  const { t } = useTranslation('common');
  const { orpc } = useEngine();
  const [asked, setAsked] = useState<string | undefined>(() => recentFolders()[0]);
  const [typed, setTyped] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState(choose === 'save' ? props.suggestedName : '');
  const query = useQuery(
    orpc.host.folder.queryOptions({
      input: asked === undefined ? {} : { path: asked },
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  );
  const folder = query.data;
  const offer: Offer = {
    choose,
    ...((choose === 'file' || choose === 'files') && { extensions: props.extensions }),
    ...(choose === 'save' && { extensions: [props.extension] }),
  };
  const entries = folder === undefined ? [] : offered(folder.entries, offer);
  const multiple = choose === 'folders' || choose === 'images' || choose === 'files';

  function goTo(path: string | undefined): void {
    setAsked(path);
    setTyped(null);
    setChosen(new Set());
  }

  function finish(paths: string[]): void {
    if (folder !== undefined) rememberFolder(folder.path);
    onChoose(paths);
  }

  function open(entry: Entry): void {
    if (entry.kind === 'folder') goTo(entry.path);
    else if (canChoose(entry, offer)) finish(chosen.size > 0 ? [...chosen] : [entry.path]);
    else if (choose === 'save') setName(entry.name);
  }

  const target =
    choose === 'save' && folder !== undefined && name.trim() !== ''
      ? pathIn(folder.path, name.trim(), props.extension)
      : null;
  const exists = target !== null && entries.some(({ path }) => path === target);
  const refused = exists && choose === 'save' && !props.mayReplace;
  const thisFolder = choose === 'folders' && chosen.size === 0;

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (choose === 'save') {
          if (target !== null && !refused) finish([target]);
        } else if (thisFolder && folder !== undefined) finish([folder.path]);
        else if (chosen.size > 0) finish([...chosen]);
      }}
    >
      <Stack gap="sm">
        <Group gap="xs" wrap="nowrap">
          <PathTools folder={folder?.parent ?? null} goTo={goTo} />
          <TextInput
            flex={1}
            aria-label={t('files.path')}
            data-autofocus={choose === 'save' ? undefined : true}
            value={typed ?? folder?.path ?? asked ?? ''}
            spellCheck={false}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || typed === null) return;
              event.preventDefault();
              goTo(typed.trim() === '' ? undefined : typed.trim());
            }}
          />
        </Group>
        {query.isError ? (
          <Problem error={query.error} retry={() => goTo(undefined)} />
        ) : query.isPending ? (
          <Skeleton height={340} />
        ) : entries.length === 0 ? (
          <EmptyState
            icon={IconFolderOpen}
            title={t(choose === 'save' ? 'files.emptyFolder' : 'files.empty')}
          />
        ) : (
          <FileList
            key={folder?.path}
            entries={entries}
            chosen={chosen}
            canChoose={(entry) => canChoose(entry, offer)}
            multiple={multiple}
            onChoose={setChosen}
            onOpen={open}
            onUp={() => goTo(folder?.parent ?? undefined)}
          />
        )}
        {choose === 'save' && (
          <TextInput
            label={t('files.name')}
            value={name}
            data-autofocus
            error={refused && t('files.projectExists')}
            description={exists && !refused ? t('files.exists') : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <Group justify="space-between">
          <Text size="xs" c="dimmed" aria-live="polite">
            {chosen.size > 0
              ? t('files.selected', { count: chosen.size })
              : choose !== 'save' && t('files.hint')}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={onCancel}>
              {t('action.cancel')}
            </Button>
            <Button
              type="submit"
              disabled={choose === 'save' ? target === null || refused : !thisFolder && chosen.size === 0}
            >
              {thisFolder ? t('files.thisFolder') : t(choose === 'save' ? 'action.save' : 'action.choose')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

interface PathToolsProps {
  /** The folder above; null at the top. */
  folder: string | null;
  goTo: (path: string | undefined) => void;
}

function PathTools({ folder, goTo }: PathToolsProps) {
  const { t } = useTranslation('common');
  const recent = recentFolders();
  return (
    <>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('files.up')}
        disabled={folder === null}
        onClick={() => goTo(folder ?? undefined)}
      >
        <IconArrowUp size={17} />
      </ActionIcon>
      <ActionIcon variant="default" size="lg" aria-label={t('files.home')} onClick={() => goTo(undefined)}>
        <IconHome size={17} />
      </ActionIcon>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('files.recent')}
            disabled={recent.length === 0}
          >
            <IconHistory size={17} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {recent.map((path) => (
            <Menu.Item key={path} onClick={() => goTo(path)}>
              {path}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
